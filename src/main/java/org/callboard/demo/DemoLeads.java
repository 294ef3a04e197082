package org.callboard.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.database.Caller;
import org.callboard.desk.BookLeadJob;
import org.callboard.followups.Channel;
import org.callboard.followups.FollowUpDraft;
import org.callboard.followups.FollowUpLead;
import org.callboard.followups.Outcome;
import org.callboard.jobs.Priority;
import org.callboard.leads.CreateLead;
import org.callboard.leads.DismissLead;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.leads.SubmitLeadForm;

/** The leads that no inquiry on the Calls screen became: entered by hand, or made by a form. */
class DemoLeads {

    private final CreateLead create;
    private final SubmitLeadForm forms;
    private final FollowUpLead followUps;
    private final DismissLead dismissals;
    private final BookLeadJob bookLeadJob;
    private final DemoJobs jobs;

    DemoLeads(
            CreateLead create,
            SubmitLeadForm forms,
            FollowUpLead followUps,
            DismissLead dismissals,
            BookLeadJob bookLeadJob,
            DemoJobs jobs) {
        this.create = create;
        this.forms = forms;
        this.followUps = followUps;
        this.dismissals = dismissals;
        this.bookLeadJob = bookLeadJob;
        this.jobs = jobs;
    }

    /** Plans the leads, what was said to the people, and how some of them ended. */
    void plan(Lookup lookup, Timeline timeline, Instant now) {
        List<DemoText.Row> rows = DemoText.of("leads");
        for (int i = 0; i < rows.size(); i++) {
            DemoText.Row row = rows.get(i);
            Caller csr = lookup.csrs().get(i % lookup.csrs().size());
            Instant made = now.minus(Duration.ofDays(row.number(1))).minus(Duration.ofMinutes(17L * i));
            timeline.at(made, () -> {
                long lead = row.text(0).equals("hand")
                        ? csr.call(() -> byHand(lookup, row, csr, now))
                        : byForm(lookup, row);
                if (!row.text(14).isEmpty()) {
                    Instant called = made.plus(Duration.ofHours(20));
                    timeline.at(called, () -> csr.run(() -> call(lookup, row, lead, now)));
                    timeline.at(
                            called.plus(Duration.ofMinutes(4)),
                            () -> csr.run(() -> end(lookup, row, lead, now, called, timeline)));
                }
            });
        }
    }

    private long byHand(Lookup lookup, DemoText.Row row, Caller csr, Instant now) {
        LeadDraft draft = new LeadDraft(
                null,
                null,
                lookup.unitOf(row.text(13)),
                lookup.jobType(row.text(13)),
                lookup.campaign(row.text(9)),
                Priority.Normal,
                row.text(17),
                lookup.reason(row.text(10)),
                due(lookup, row, now),
                csr.id(),
                person(row),
                List.of(),
                null,
                null);
        return create.create(lookup.tenant(), draft, LeadSource.Hand).id();
    }

    /** The form is on the company's website, whose program sends what was filled in. */
    private long byForm(Lookup lookup, DemoText.Row row) {
        Lookup.Provider website = Objects.requireNonNull(lookup.providers().get("Ridgeline website"));
        return website.caller()
                .call(() -> forms.submit(lookup.tenant(), lookup.forms().get(row.text(0)), person(row), row.text(17))
                        .id());
    }

    private void call(Lookup lookup, DemoText.Row row, long lead, Instant now) {
        String[] words = row.text(14).split(" ", -1);
        followUps.log(
                lookup.tenant(),
                lead,
                new FollowUpDraft(
                        Channel.valueOf(words[0]),
                        Outcome.valueOf(words[1]),
                        row.textOrNull(15),
                        false,
                        due(lookup, row, now)));
    }

    private void end(Lookup lookup, DemoText.Row row, long lead, Instant now, Instant called, Timeline timeline) {
        String end = row.text(16);
        if (end.equals("won")) {
            Address address = Objects.requireNonNull(row.address(5));
            long job = bookLeadJob.book(
                    lookup.tenant(),
                    lead,
                    lookup.visit(
                            null,
                            row.text(2),
                            address,
                            row.text(13),
                            row.text(9),
                            Lookup.workday(now.atZone(lookup.zone())
                                            .toLocalDate()
                                            .plusDays(2))
                                    .atTime(10, 0),
                            120,
                            row.text(17)));
            jobs.goOn(lookup, job, called, timeline);
        } else if (!end.isEmpty()) {
            dismissals.dismiss(lookup.tenant(), lead, Objects.requireNonNull(lookup.reason(end)));
        }
    }

    private static LeadPerson person(DemoText.Row row) {
        return LeadPerson.at(row.address(5), row.text(2), row.textOrNull(3), row.textOrNull(4));
    }

    private static Instant due(Lookup lookup, DemoText.Row row, Instant now) {
        return now.atZone(lookup.zone())
                .toLocalDate()
                .plusDays(row.number(11))
                .atTime(LocalTime.of(row.number(12), 0))
                .atZone(lookup.zone())
                .toInstant();
    }
}
