package org.callboard.web.booking;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.desk.BookJobRequest;
import org.callboard.desk.JobChoices;
import org.callboard.desk.ScriptAnswers;
import org.callboard.jobs.Priority;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.MatchReason;
import org.callboard.mergedids.MergedIds;
import org.callboard.paging.Ids;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;

/**
 * The booking form: {@code who} is {@code new}, {@code customer:ID} (at a new location) or {@code location:ID}, and empty
 * until somebody chose; {@code confirmedStart} is what somebody confirmed about {@code start}; {@code lead} is an
 * open lead that the job answers.
 */
public final class BookJobForm {

    /** The field of an answer, and of what was filled in as one, before the id of the custom field. */
    static final String CUSTOM = "custom-";

    static final String FILLED = "filled-";

    /** The field that says of which location they were filled in. */
    static final String FILLED_OF = "filledOf";

    private static final String UNASKED = "unasked";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    static final Duration USUAL = Duration.ofHours(2);

    /** What the form starts with. A match is chosen beforehand only where phone or e-mail and the address agree. */
    private BookJobForm() {}

    static Form prefilled(
            BookJobPrefill prefill, JobChoices.Prefilled choices, List<LikelyMatch> matches, LocalDateTime begins) {
        Address address = prefill.address();
        Form form = Form.blank()
                .with("who", Objects.requireNonNullElseGet(prefill.who(), () -> surest(matches)))
                .with("name", prefill.name())
                .with("customerType", Objects.requireNonNullElse(prefill.customerType(), CustomerType.Residential))
                .with("country", address == null || !VisibleText.in(address.country()) ? "USA" : address.country())
                .with("businessUnitId", choices.businessUnitId())
                .with("jobTypeId", choices.jobTypeId())
                .with("campaignId", choices.campaignId())
                .with("priority", priority(prefill, choices))
                .with("start", begins.format(LOCAL))
                .with("minutes", Objects.requireNonNullElse(choices.minutes(), (int) USUAL.toMinutes()))
                .with("summary", prefill.summary());
        return address == null
                ? form
                : form.with("street", address.street())
                        .with("unit", address.unit())
                        .with("city", address.city())
                        .with("state", address.state())
                        .with("zip", address.zip());
    }

    /** With how the person is reached, where the form asks for that. */
    static void reached(Form form, List<ContactDraft> contacts) {
        for (ContactDraft contact : contacts) {
            form.with(contact.type() == ContactType.Email ? "email" : "phone", contact.value());
        }
    }

    /** How the person is reached, as it was typed. */
    public static List<ContactDraft> contacts(Form form) {
        List<ContactDraft> contacts = new ArrayList<>();
        String phone = form.text("phone");
        if (phone != null) {
            contacts.add(new ContactDraft(ContactType.Phone, phone, null));
        }
        String email = form.text("email");
        if (email != null) {
            contacts.add(new ContactDraft(ContactType.Email, email, null));
        }
        return contacts;
    }

    /** What was wished for, else what is usual for such a job. */
    private static Priority priority(BookJobPrefill prefill, JobChoices.Prefilled choices) {
        return Objects.requireNonNullElse(
                prefill.priority(), Objects.requireNonNullElse(choices.priority(), Priority.Normal));
    }

    private static String surest(List<LikelyMatch> matches) {
        if (matches.isEmpty()) {
            return "new";
        }
        LikelyMatch first = matches.getFirst();
        boolean reached = first.reasons().contains(MatchReason.SamePhone)
                || first.reasons().contains(MatchReason.SameEmail);
        if (!reached || !first.attaches() || first.doNotService()) {
            return "";
        }
        return first.locations().stream()
                .filter(LikelyMatch.Place::same)
                .findFirst()
                .map(place -> "location:" + place.id())
                .orElse("");
    }

    /** What was typed; Invalid names all that can't be read. */
    public static BookJobRequest read(Form form) {
        return form.all(() -> typed(form));
    }

    private static BookJobRequest typed(Form form) {
        String who = form.text("who");
        form.note(who == null, "who", "Choose who it is.");
        return new BookJobRequest(
                customer(form),
                location(form),
                form.text("name"),
                form.choice("customerType", CustomerType.class),
                form.text("street"),
                form.text("unit"),
                form.text("city"),
                form.text("state"),
                form.text("zip"),
                form.text("country"),
                form.id("businessUnitId"),
                form.id("jobTypeId"),
                form.id("campaignId"),
                form.choice("priority", Priority.class),
                form.time("start"),
                form.number("minutes"),
                form.text("summary"),
                form.ids("technicianIds"),
                form.id("recallForId"),
                form.flag("serviceAnyway"),
                form.text("confirmedStart"),
                answers(form));
    }

    /** What was answered, but for what another place filled in than the one that was chosen since. */
    private static ScriptAnswers answers(Form form) {
        boolean moved = JobScript.moved(form, location(form));
        Map<Long, String> given = new HashMap<>();
        Set<Long> filledIn = new HashSet<>();
        for (String name : List.copyOf(form.texts().keySet())) {
            String id = name.startsWith(CUSTOM) ? name.substring(CUSTOM.length()) : "";
            Long field = Ids.typed(id);
            boolean untouched = JobScript.untouched(id, moved, form);
            if (field != null && !(moved && untouched)) {
                given.put(field, form.textOrEmpty(name));
                if (untouched) {
                    filledIn.add(field);
                }
            }
        }
        return new ScriptAnswers(given, filledIn, unasked(form));
    }

    /**
     * Whether somebody confirmed to book without asking. The tick carries the job type whose questions they saw: what another
     * one asks was not confirmed.
     */
    static boolean unasked(Form form) {
        Long seen = Ids.typed(form.value(UNASKED));
        return seen != null && seen.equals(Ids.typed(form.value("jobTypeId")));
    }

    /** The field for what booking a job calls it: a customer or location that is gone is a wrong choice of who it is. */
    public static String field(String path) {
        return path.equals("customer") || path.equals("location")
                ? "who"
                : path.startsWith(ScriptAnswers.PREFIX) ? CUSTOM + path.substring(ScriptAnswers.PREFIX.length()) : path;
    }

    /** The customer or location that was chosen; neither for somebody new. */
    public static MergedIds.Place chosen(Form form) {
        return new MergedIds.Place(customer(form), location(form));
    }

    /** The customer that was chosen, at a new location. */
    static @Nullable Long customer(Form form) {
        return id("customer:", form.text("who"));
    }

    /** The location that was chosen. */
    static @Nullable Long location(Form form) {
        return id("location:", form.text("who"));
    }

    private static @Nullable Long id(String prefix, @Nullable String who) {
        return who != null && who.startsWith(prefix) ? Ids.typed(who.substring(prefix.length())) : null;
    }
}
