package org.callboard.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.JobDraft;

/** What customers answer when a job is booked: what the house was answered with before, or anything that fits. */
class DemoAnswers {

    private final BookingScripts scripts;
    private final HouseAnswers house;

    DemoAnswers(BookingScripts scripts, HouseAnswers house) {
        this.scripts = scripts;
        this.house = house;
    }

    CustomDataDraft of(long tenant, JobDraft draft, Random random) {
        List<ScriptQuestion> script = scripts.asked(tenant, draft.details().jobTypeId());
        Map<Long, HouseAnswers.Kept> kept = house.kept(tenant, draft.locationId(), script);
        List<CustomFieldUpdate> answers = new ArrayList<>();
        for (ScriptQuestion question : script) {
            HouseAnswers.Kept known = kept.get(question.id());
            String answer = known == null ? any(question.field().name(), random) : known.value();
            if (!answer.isEmpty()) {
                answers.add(new CustomFieldUpdate(question.id(), answer));
            }
        }
        return answers.isEmpty() ? CustomDataDraft.NONE : new CustomDataDraft(null, answers, null);
    }

    private static String any(String field, Random random) {
        List<String> all = DemoText.of("answers").stream()
                .filter(row -> row.text(0).equals(field))
                .map(row -> row.text(1))
                .toList();
        return all.isEmpty() ? "" : all.get(random.nextInt(all.size()));
    }
}
