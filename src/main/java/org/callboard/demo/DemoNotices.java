package org.callboard.demo;

import org.callboard.database.RecordShape;
import org.callboard.notices.NoticeKind;
import org.callboard.notices.NoticeSettings;

/** Lets the company tell its customers of appointments, by mail and by text. */
class DemoNotices {

    private final NoticeSettings settings;

    DemoNotices(NoticeSettings settings) {
        this.settings = settings;
    }

    /** From now on: what was done before the visitor came is nobody's news. */
    void switchOn(long tenant) {
        for (NoticeKind kind : NoticeKind.values()) {
            settings.update(
                    tenant, kind, RecordShape.with(RecordShape.with(kind.standard(), "byMail", true), "byText", true));
        }
    }
}
