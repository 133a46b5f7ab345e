//! The reader's way from mention to mention. Which one is the current is the page's state, not the
//! link's.

use crate::dom;
use crate::ui::*;
use sorot_core::view::Spot;
use std::rc::Rc;

/// A step on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next mention; after the last comes the first.
    Next,
    /// To the one before.
    Previous,
    /// To this one.
    To(usize),
}

/// The mentions that are walked: of which article, and where they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// The open article's id.
    pub article: String,
    /// The mentions, in order.
    pub spots: Rc<[Spot]>,
}

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// The actor that the reader walks instead of those asked for, and who was asked for then.
    actor: Option<(AttrValue, Rc<[String]>)>,
    at: Option<(Ground, usize)>,
    moves: u32,
}

/// What happens to the walk.
pub enum Move {
    /// A step over the ground; from the first mention at or below `from` when it is the first step.
    Step { step: Step, ground: Ground, from: usize },
    /// This actor is walked, as long as nobody else is asked for than now.
    Actor(AttrValue, Rc<[String]>),
}

impl Walk {
    /// The actor that is walked instead of those `asked` for.
    pub fn actor(&self, asked: &[String]) -> Option<AttrValue> {
        self.actor.as_ref().filter(|(_, then)| **then == *asked).map(|(actor, _)| actor.clone())
    }

    /// Which of the ground's mentions is the current one. Another article or other mentions are
    /// another ground: there the walk has not begun.
    pub fn at(&self, ground: &Ground) -> Option<usize> {
        self.at.as_ref().filter(|(own, _)| own == ground).map(|(_, at)| *at)
    }
}

impl Reducible for Walk {
    type Action = Move;

    fn reduce(self: Rc<Self>, action: Move) -> Rc<Self> {
        match action {
            Move::Actor(actor, asked) => Rc::new(Walk { actor: Some((actor, asked)), ..(*self).clone() }),
            Move::Step { step, ground, from } => {
                let Some(last) = ground.spots.len().checked_sub(1) else { return self };
                let to = match (step, self.at(&ground)) {
                    (Step::To(to), _) => to.min(last),
                    (Step::Next, Some(at)) if at < last => at + 1,
                    (Step::Next, Some(_)) => 0,
                    (Step::Previous, Some(0)) => last,
                    (Step::Previous, Some(at)) => at - 1,
                    (Step::Next, None) => {
                        if from > last {
                            0
                        } else {
                            from
                        }
                    }
                    (Step::Previous, None) => from.checked_sub(1).unwrap_or(last).min(last),
                };
                let moves = self.moves.wrapping_add(1);
                Rc::new(Walk { actor: self.actor.clone(), at: Some((ground, to)), moves })
            }
        }
    }
}

/// What the reading column draws of the walk.
#[derive(Clone, Debug, PartialEq)]
pub struct Walking {
    /// The ground.
    pub ground: Ground,
    /// The current mention.
    pub at: Option<usize>,
    /// The actor walked instead of those asked for.
    pub actor: Option<AttrValue>,
    /// Whether anyone is asked for or walked.
    pub wanted: bool,
    /// Grows with every step: a step to where one is already is a step too.
    pub moves: u32,
}

impl Walking {
    /// The walk over `ground`.
    pub fn new(walk: &Walk, ground: Ground, asked: &[String]) -> Walking {
        let (at, actor) = (walk.at(&ground), walk.actor(asked));
        let wanted = actor.is_some() || !asked.is_empty();
        Walking { ground, at, actor, wanted, moves: walk.moves }
    }

    /// The spot of the current mention.
    pub fn current(&self) -> Option<Spot> {
        self.ground.spots.get(self.at?).copied()
    }
}

/// How a mention is found on the page.
pub fn selector(spot: Spot) -> String {
    format!("[data-block=\"{}\"] [data-mention=\"{}\"]", spot.block, spot.mention)
}

/// The first of `spots` that stands at or below the upper edge of the reading column.
pub fn first_in_view(root: &NodeRef, spots: &[Spot]) -> usize {
    let Some(column) = dom::find(root, ".column.read") else { return 0 };
    let edge = column.get_bounding_client_rect().top();
    let below = |spot: &Spot| {
        dom::find(root, &selector(*spot)).is_some_and(|m| m.get_bounding_client_rect().top() >= edge)
    };
    spots.iter().position(below).unwrap_or(spots.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(article: &str, mentions: u32) -> Ground {
        let spots = (0..mentions).map(|mention| Spot { block: 0, mention });
        Ground { article: article.into(), spots: spots.collect() }
    }

    fn stepped(walk: &Rc<Walk>, step: Step, ground: &Ground, from: usize) -> Rc<Walk> {
        walk.clone().reduce(Move::Step { step, ground: ground.clone(), from })
    }

    #[test]
    fn the_way_goes_round() {
        let ground = ground("a", 3);
        let mut walk = Rc::new(Walk::default());
        let mut seen = Vec::new();
        for _ in 0..4 {
            walk = stepped(&walk, Step::Next, &ground, 1);
            seen.push(walk.at(&ground));
        }
        assert_eq!(seen, [Some(1), Some(2), Some(0), Some(1)]);
        walk = stepped(&walk, Step::To(0), &ground, 0);
        walk = stepped(&walk, Step::Previous, &ground, 0);
        assert_eq!(walk.at(&ground), Some(2));
        walk = stepped(&walk, Step::To(99), &ground, 0);
        assert_eq!(walk.at(&ground), Some(2));
    }

    #[test]
    fn the_first_step_begins_where_the_reader_is() {
        let ground = ground("a", 3);
        let begun = |step, from| stepped(&Rc::new(Walk::default()), step, &ground, from).at(&ground);
        assert_eq!(begun(Step::Next, 0), Some(0));
        assert_eq!(begun(Step::Next, 3), Some(0));
        assert_eq!(begun(Step::Previous, 2), Some(1));
        assert_eq!(begun(Step::Previous, 0), Some(2));
    }

    #[test]
    fn other_ground_is_not_walked_yet() {
        let walk = stepped(&Rc::new(Walk::default()), Step::Next, &ground("a", 3), 0);
        assert_eq!(walk.at(&ground("b", 3)), None);
        assert_eq!(walk.at(&ground("a", 2)), None);
        assert_eq!(stepped(&walk, Step::Next, &ground("c", 0), 0), walk);
    }

    #[test]
    fn a_walked_actor_stands_until_the_question_changes() {
        let asked = [String::from("budi")];
        let walk = Rc::new(Walk::default()).reduce(Move::Actor("ani".into(), Rc::from(asked.clone())));
        assert_eq!(walk.actor(&asked), Some("ani".into()));
        assert_eq!(walk.actor(&[]), None);
    }
}
