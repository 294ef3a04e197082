package org.callboard.jobreasons;

import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;

/** What the form of a reason says. */
public record ReasonName(String name) implements Setting.Named {
    public ReasonName {
        name = VisibleText.strip(name);
    }
}
