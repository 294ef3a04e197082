package org.callboard.publicforms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.idempotency.SentForms;
import org.callboard.leads.LeadContacts;
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
            FieldErrors errors = new FieldErrors();
            PersonAnswers typed =
                    new PersonAnswers(answers, tenants.get(open.tenant()).region(), errors);
            List<ContactDraft> all = typed.contacts(FieldUse.optional);
            LeadContacts contacts =
                    new LeadContacts(all.stream().filter(ContactDraft::reaches).toList());
            LeadPerson person = person(typed, contacts, answers, errors);
            AtomicBoolean made = new AtomicBoolean();
            sentForms.once(UUID.nameUUIDFromBytes(token.code().getBytes(StandardCharsets.UTF_8)), "", () -> {
                made.set(true);
                return forms.submit(open.tenant(), open.leadForm().id(), person, contacts.noted(summary(answers, all)))
                        .id();
            });
            return made.get();
        });
    }

    /** A lead has a field for a number that can be called; another is noted as it was written. */
    private static String summary(Answers answers, List<ContactDraft> all) {
        return Stream.concat(
                        Stream.of(answers.get("summary")),
                        all.stream()
                                .filter(contact -> !contact.reaches())
                                .map(contact -> "Phone, as written: " + contact.value()))
                .collect(Collectors.joining("\n"));
    }

    private static LeadPerson person(PersonAnswers person, LeadContacts contacts, Answers answers, FieldErrors errors) {
        String name = person.name();
        errors.addIf(!answers.has("summary"), "summary", "Please tell us in a few words what it is about.");
        Address address = person.address(FieldUse.optional);
        errors.throwIfAny();
        return LeadPerson.at(address, name, contacts.phone(), contacts.email());
    }
}
