//! Finding things in the page as a person would: by role and name, by text, by place.

use crate::browser::Browser;
use crate::{Fault, Result};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long something may be out of reach because it moves.
const MOVING: Duration = Duration::from_secs(5);
/// WebDriver's key for a reference to an element.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Finds the visible elements with a role, whose name is (or, in a second go, contains) a text.
/// The role is the explicit one or that of the plain HTML element.
const BY_ROLE: &str = r#"
const [role, wanted] = arguments;
const plain = {
  button: "button, summary, input[type=button], input[type=submit]",
  link: "a[href]", heading: "h1, h2, h3, h4, h5, h6", checkbox: "input[type=checkbox]",
  radio: "input[type=radio]", combobox: "select", listitem: "li", article: "article",
  textbox: "input:not([type]), input[type=text], textarea", searchbox: "input[type=search]",
  dialog: "dialog", region: "section[aria-label], section[aria-labelledby]",
  slider: "input[type=range]", option: "option", status: "output", main: "main",
};
const own = `[role="${CSS.escape(role)}"]`;
const found = [...document.querySelectorAll(plain[role] ? `${plain[role]}, ${own}` : own)]
  .filter((e) => !e.hasAttribute("role") || e.getAttribute("role") === role)
  .filter((e) => e.checkVisibility({ visibilityProperty: true }));
const name = (e) => {
  const by = (e.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const label = e.labels?.[0]?.textContent ?? "";
  const text = by || e.getAttribute("aria-label") || label || e.textContent
    || e.getAttribute("title") || e.getAttribute("placeholder") || "";
  return text.replace(/\s+/g, " ").trim();
};
const exact = found.filter((e) => name(e) === wanted);
return exact.length ? exact : found.filter((e) => name(e).includes(wanted));
"#;

/// An element of the page as it is now.
pub struct Element<'b> {
    browser: &'b Browser,
    reference: String,
}

impl Browser {
    /// All elements that match a CSS selector.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub fn all(&self, css: &str) -> Result<Vec<Element<'_>>> {
        let query = json!({ "using": "css selector", "value": css });
        Ok(self.elements(&self.post("/elements", &query)?))
    }

    /// The first element that matches a CSS selector, waited for.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn find(&self, css: &str) -> Result<Element<'_>> {
        self.wait(&format!("`{css}` is there"), |browser| Ok(!browser.all(css)?.is_empty()))?;
        let first = self.all(css)?.into_iter().next();
        first.ok_or_else(|| Fault::from(format!("`{css}` went away.")))
    }

    /// The first visible element with a role and a name, waited for.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn by_role(&self, role: &str, name: &str) -> Result<Element<'_>> {
        let what = format!("a {role} named “{name}” is there");
        let arguments = [json!(role), json!(name)];
        self.wait(&what, |browser| {
            let found = browser.script(BY_ROLE, &arguments)?;
            Ok(!browser.elements(&found).is_empty())
        })?;
        let found = self.elements(&self.script(BY_ROLE, &arguments)?);
        let first = found.into_iter().next();
        first.ok_or_else(|| Fault::from(format!("the {role} “{name}” went away.")))
    }

    /// Clicks the first element that matches a CSS selector.
    ///
    /// # Errors
    /// When it does not appear or something covers it.
    pub fn click(&self, css: &str) -> Result<()> {
        self.find(css)?.click()
    }

    /// Clicks the element with a role and a name.
    ///
    /// # Errors
    /// When it does not appear or something covers it.
    pub fn click_role(&self, role: &str, name: &str) -> Result<()> {
        self.by_role(role, name)?.click()
    }

    /// The visible text of the whole page.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn text(&self) -> Result<String> {
        let text = self.script("return document.body.innerText", &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page shows a text.
    ///
    /// # Errors
    /// When it does not.
    pub fn wait_text(&self, text: &str) -> Result<()> {
        self.wait(&format!("the page shows “{text}”"), |browser| Ok(browser.text()?.contains(text)))
    }

    /// The first element that matches inside the shadow root of `host`, waited for. For pages where roots are open.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn within(&self, host: &str, css: &str) -> Result<Element<'_>> {
        let look = "return document.querySelector(arguments[0])?.shadowRoot?.querySelector(arguments[1])";
        let arguments = [json!(host), json!(css)];
        let found = |browser: &Browser| -> Result<Value> { Ok(json!([browser.script(look, &arguments)?])) };
        self.wait(&format!("`{css}` is there in {host}"), |browser| {
            Ok(!browser.elements(&found(browser)?).is_empty())
        })?;
        let first = self.elements(&found(self)?).into_iter().next();
        first.ok_or_else(|| Fault::from(format!("`{css}` went away.")))
    }

    /// From here on, what is asked and done is asked and done inside this iframe.
    ///
    /// # Errors
    /// When there is none.
    pub fn enter_frame(&self, css: &str) -> Result<()> {
        let frame = self.find(css)?.reference();
        self.post("/frame", &json!({ "id": frame })).map(drop)
    }

    /// Back to the whole page.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn leave_frame(&self) -> Result<()> {
        self.post("/frame", &json!({ "id": null })).map(drop)
    }

    fn elements(&self, value: &Value) -> Vec<Element<'_>> {
        let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let element =
            |item: &Value| Some(Element { browser: self, reference: item[REFERENCE].as_str()?.to_owned() });
        list.iter().filter_map(element).collect()
    }
}

impl Element<'_> {
    /// Clicks as a person would: scrolled into view, and only when nothing covers it. What is still on its way
    /// there is waited for.
    ///
    /// # Errors
    /// When it cannot be clicked.
    pub fn click(&self) -> Result<()> {
        let begun = Instant::now();
        loop {
            match self.post("click", &json!({})) {
                Err(fault) if begun.elapsed() < MOVING && fault.is_out_of_reach() => {
                    std::thread::sleep(Duration::from_millis(25));
                }
                outcome => return outcome,
            }
        }
    }

    /// Types into it; see [`crate::keys`] for keys that are no letters.
    ///
    /// # Errors
    /// When it takes no input.
    pub fn type_in(&self, text: &str) -> Result<()> {
        self.post("value", &json!({ "text": text }))
    }

    /// Empties an input.
    ///
    /// # Errors
    /// When it is none.
    pub fn clear(&self) -> Result<()> {
        self.post("clear", &json!({}))
    }

    /// Its visible text.
    ///
    /// # Errors
    /// When it left the page.
    pub fn text(&self) -> Result<String> {
        let value = self.browser.get(&self.path("text"))?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute's value.
    ///
    /// # Errors
    /// When it left the page.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        let value = self.browser.get(&self.path(&format!("attribute/{name}")))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// The reference to hand to [`Browser::script`] as an argument.
    pub fn reference(&self) -> Value {
        json!({ REFERENCE: self.reference })
    }

    fn post(&self, action: &str, body: &Value) -> Result<()> {
        self.browser.post(&self.path(action), body).map(drop)
    }

    fn path(&self, action: &str) -> String {
        format!("/element/{}/{action}", self.reference)
    }
}
