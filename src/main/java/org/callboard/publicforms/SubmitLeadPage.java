package org.callboard.publicforms;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.idempotency.SentForms;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.SubmitLeadForm;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** Turns what a visitor typed into a lead: once for each form that was shown. */
@Service
class SubmitLeadPage {

    private final SubmitLeadForm forms;
    private final SentForms sentForms;
    private final Tenants tenants;

    SubmitLeadPage(SubmitLeadForm forms, SentForms sentForms, Tenants tenants) {
        this.forms = forms;
        this.sentForms = sentForms;
        this.tenants = tenants;
    }

    /** Makes the lead, and says whether it is new: false where the same form was sent before. Invalid names all that is wrong. */
    public boolean send(LeadPages.Open open, FormToken token, Answers answers) {
        return open.form().caller().call(() -> {
            LeadPerson person = person(open, answers);
            AtomicBoolean made = new AtomicBoolean();
            sentForms.once(UUID.nameUUIDFromBytes(token.code().getBytes(StandardCharsets.UTF_8)), "", () -> {
                made.set(true);
                return forms.submit(open.tenant(), open.leadForm().id(), person, answers.get("summary"))
                        .id();
            });
            return made.get();
        });
    }

    private LeadPerson person(LeadPages.Open open, Answers answers) {
        FieldErrors errors = new FieldErrors();
        PersonAnswers person =
                new PersonAnswers(answers, tenants.get(open.tenant()).region(), errors);
        String name = person.name();
        errors.addIf(!answers.has("summary"), "summary", "Please tell us in a few words what it is about.");
        ContactDraft phone = person.phone();
        ContactDraft email = person.email(FieldUse.optional);
        Address address = person.address(FieldUse.optional);
        errors.throwIfAny();
        return LeadPerson.at(address, name, phone.value(), email == null ? null : email.value());
    }
}
