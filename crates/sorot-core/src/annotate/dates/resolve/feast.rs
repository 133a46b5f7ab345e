//! On which day is a feast, where its year isn't written?

use super::{Read, Reader};
use crate::annotate::dates::feasts;
use crate::annotate::dates::lexicon::Feast;
use crate::annotate::dates::meaning::Beside;
use crate::calendar::{Grain, Interval};
use crate::why::{Rule, Why};
use chrono::Datelike;

impl Reader<'_> {
    pub(super) fn feast(
        &self,
        feast: Feast,
        year: Option<i32>,
        beside: Option<Beside>,
        why: &mut Vec<Why>,
    ) -> Read {
        let found = self.feast_days(feast, year, beside)?;
        self.step(why, Rule::DateFeast, [self.words.into(), found.from()?.into()]);
        let lunar = matches!(feast, Feast::Islam(..));
        if lunar {
            why.push(Why::plain(Rule::DateFeastIslam));
        }
        Some((found, if lunar { Grain::Days } else { Grain::Day }))
    }

    pub(super) fn feast_days(
        &self,
        feast: Feast,
        year: Option<i32>,
        beside: Option<Beside>,
    ) -> Option<Interval> {
        if let Some(year) = year {
            return feasts::in_year(feast, year).first().copied();
        }
        let published = self.published?;
        let this = published.year();
        if let Some(Beside::Years(n)) = beside {
            return feasts::in_year(feast, this.checked_add(n)?).first().copied();
        }
        let around: Vec<Interval> = (this - 1..=this + 1).flat_map(|y| feasts::in_year(feast, y)).collect();
        let distance = |i: &Interval| match (i.from(), i.to()) {
            (Some(from), _) if from > published => (from - published).num_days(),
            (_, Some(to)) if to < published => (to - published).num_days(),
            _ => 0,
        };
        match beside {
            Some(Beside::Last) => around.iter().rev().find(|i| distance(i) < 0).copied(),
            Some(Beside::Next | Beside::Following) => around.iter().find(|i| distance(i) > 0).copied(),
            Some(Beside::This) => feasts::in_year(feast, this).first().copied(),
            _ if self.ahead => around.iter().find(|i| distance(i) >= 0).copied(),
            _ => around.into_iter().min_by_key(|i| distance(i).abs()),
        }
    }
}
