//! The sheet of keys.

use super::dialog::Dialog;
use super::keys::Key;
use crate::messages::words;
use crate::settings::Settings;
use crate::ui::*;

#[derive(PartialEq)]
pub struct HelpProps {
    pub settings: Settings,
    pub set: Callback<Settings>,
    pub onclose: Callback<()>,
}

/// Every key and what it does, and the switch that turns them off.
#[part]
pub fn Help(props: &HelpProps) -> Html {
    let settings = props.settings;
    let w = words(settings.lang);
    html! {
        <Dialog title={w.frame.keys} close={w.close} onclose={props.onclose.clone()}>
            <dl class="keys">
                { for Key::ALL.iter().zip(w.frame.key).map(|((_, sign), does)| html! {
                    <div key={*sign}><dt><kbd>{ *sign }</kbd></dt><dd>{ does }</dd></div>
                }) }
                <div><dt><kbd>{ "← ↑ ↓ →" }</kbd></dt><dd>{ w.fix.arrows_key }</dd></div>
                <div><dt><kbd>{ "Ctrl+Z" }</kbd></dt><dd>{ w.fix.undo_key }</dd></div>
            </dl>
            <KeysSwitch {settings} set={props.set.clone()} />
            <p class="quiet">{ w.frame.keys_help }{ " " }{ w.frame.passage_help }</p>
        </Dialog>
    }
}

#[derive(PartialEq)]
pub struct KeysSwitchProps {
    pub settings: Settings,
    pub set: Callback<Settings>,
}

/// Turns single keys on and off.
#[part]
pub fn KeysSwitch(props: &KeysSwitchProps) -> Html {
    let settings = props.settings;
    let w = words(settings.lang);
    let turn = props.set.reform(move |_: Event| Settings { keys: !settings.keys, ..settings });
    switch("keys", w.frame.single_keys, Some(w.frame.single_keys_help), settings.keys, turn)
}

/// A checkbox with its words, and a line that explains it.
pub fn switch(
    name: &'static str,
    text: &'static str,
    help: Option<&'static str>,
    on: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="switch" data-switch={name}>
            <input type="checkbox" checked={on} {onchange} />
            <span>{ text }if let Some(help) = help { <small>{ help }</small> }</span>
        </label>
    }
}
