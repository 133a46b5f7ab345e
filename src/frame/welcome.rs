//! Three lines for the first visit.

use crate::icons;
use crate::messages::words;
use crate::settings::Settings;
use crate::ui::*;

#[derive(PartialEq)]
pub struct WelcomeProps {
    pub settings: Settings,
    pub set: Callback<Settings>,
}

/// The lines, until the reader has put them away.
#[part]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let settings = props.settings;
    let w = words(settings.lang);
    let done = props.set.reform(move |_: MouseEvent| Settings { welcomed: true, ..settings });
    if settings.welcomed {
        return Html::default();
    }
    html! {
        <aside class="welcome" aria-label={w.frame.welcome}>
            <ol>{ for w.frame.welcome_lines.iter().map(|line| html! { <li key={*line}>{ *line }</li> }) }</ol>
            <button type="button" class="btn" onclick={done}>{ icons::check() }{ w.frame.understood }</button>
        </aside>
    }
}
