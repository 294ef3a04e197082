package org.callboard.openinghours;

import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.Setting;
import org.callboard.settings.Settings;
import org.springframework.stereotype.Service;

/** The holidays of a company. One name may stand for several days. */
@Service
public class Holidays extends Settings<Holiday, Holiday.Details> {

    Holidays(HolidayStore store, Changes changes) {
        super(store, changes, EntityKind.HOLIDAY);
    }

    /** Those that hold. */
    List<Holiday> active(long tenant) {
        return all(tenant).stream().filter(Setting::active).toList();
    }
}
