package org.callboard.leads;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.access.Tenants;
import org.callboard.leads.CreateLead.Checked;
import org.callboard.leads.LeadRequests.SubmitLeadFormRequest;
import org.callboard.requests.Inquiry;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a lead of what somebody filled into a form; the form says the rest. */
@Service
public class SubmitLeadForm {

    private final LeadForms forms;
    private final CreateLead create;
    private final Tenants tenants;
    private final Clock clock;

    SubmitLeadForm(LeadForms forms, CreateLead create, Tenants tenants, Clock clock) {
        this.forms = forms;
        this.create = create;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Creates the lead. Without an id the company's only active form is meant. Invalid under {@code id} for a form that is
     * unknown or not active, and under {@code leadPhone} or {@code leadEmail} for a value that can't be one.
     */
    @Transactional
    public Lead submit(long tenant, @Nullable Long formId, LeadPerson person, @Nullable String summary) {
        FieldErrors errors = new FieldErrors();
        Optional<LeadForm> form = form(tenant, formId, errors);
        errors.throwIfAny();
        return create.create(tenant, draft(tenant, form.orElseThrow(), person, summary), LeadSource.Form);
    }

    /** The same for what a program sends, which is not lost for its data; see {@link Inquiry}. */
    @Transactional
    Lead submit(long tenant, @Nullable Long formId, Inquiry<SubmitLeadFormRequest> inquiry) {
        FieldErrors errors = new FieldErrors();
        Optional<LeadForm> form = form(tenant, formId, errors);
        Optional<LeadDraft> draft = inquiry.read((request, found) -> {
            found.refused().addMissing(errors);
            LeadPerson person = request.toPerson(found);
            return form.map(known -> draft(tenant, known, person, request.summary()));
        });
        return create.checked(tenant, new Checked(draft.orElseThrow(), null), LeadSource.Form);
    }

    private LeadDraft draft(long tenant, LeadForm form, LeadPerson person, @Nullable String summary) {
        return new LeadDraft(
                null,
                null,
                null,
                null,
                form.details().campaignId(),
                null,
                summary,
                form.details().callReasonId(),
                followUp(tenant, form),
                null,
                person.tidy(),
                List.of(),
                null,
                form.id());
    }

    /** The form that is meant; empty where there is none, which is noted. */
    private Optional<LeadForm> form(long tenant, @Nullable Long id, FieldErrors errors) {
        List<LeadForm> active = forms.all(tenant).stream()
                .filter(form -> form.active() && (id == null || form.id() == id))
                .toList();
        if (active.size() == 1) {
            return Optional.of(active.getFirst());
        }
        errors.addIf(active.isEmpty(), "id", "There is no active lead form" + (id == null ? "." : " " + id + "."))
                .addIf(active.size() > 1, "id", "Name one of the lead forms.");
        return Optional.empty();
    }

    /** At the same time of day, as the company's clocks show it. */
    private @Nullable Instant followUp(long tenant, LeadForm form) {
        Integer days = form.details().followUpDays();
        return days == null
                ? null
                : clock.instant()
                        .atZone(tenants.get(tenant).timeZone())
                        .plusDays(days)
                        .toInstant();
    }
}
