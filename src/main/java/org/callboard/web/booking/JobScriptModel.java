package org.callboard.web.booking;

import java.util.List;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.jobs.HouseAnswers;
import org.callboard.paging.Ids;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Component;

/** Gathers the questions that a booking form asks, with what the chosen location knows of its house. */
@Component
public class JobScriptModel {

    private final BookingScripts scripts;
    private final HouseAnswers house;

    JobScriptModel(BookingScripts scripts, HouseAnswers house) {
        this.scripts = scripts;
        this.house = house;
    }

    /** The script of the job type that a form has chosen. */
    public JobScript of(long tenant, Form form) {
        Long type = Ids.typed(form.value("jobTypeId"));
        List<ScriptQuestion> questions = type == null ? List.of() : scripts.asked(tenant, type);
        Long location = BookJobForm.location(form);
        return JobScript.of(form, location, questions, house.kept(tenant, location, questions));
    }
}
