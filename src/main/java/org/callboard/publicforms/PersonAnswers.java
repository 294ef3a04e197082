package org.callboard.publicforms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.Limits.City;
import org.callboard.addresses.Limits.EmailAddress;
import org.callboard.addresses.Limits.Name;
import org.callboard.addresses.Limits.PhoneNumber;
import org.callboard.addresses.Limits.State;
import org.callboard.addresses.Limits.Street;
import org.callboard.addresses.Limits.Unit;
import org.callboard.addresses.Limits.Zip;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Reads out of the answers who somebody is and where, and notes what is missing in words for somebody from outside. */
final class PersonAnswers {

    /** How long each answer may be. What anybody may send about a request is shorter than what else is noted down. */
    static final Map<String, Integer> MAX_LENGTH = Map.of(
            "name", Name.MAX,
            "phone", PhoneNumber.MAX,
            "email", EmailAddress.MAX,
            "street", Street.MAX,
            "unit", Unit.MAX,
            "city", City.MAX,
            "state", State.MAX,
            "zip", Zip.MAX,
            "summary", 5000);

    private static final Map<AddressPart, String> WORDS = Map.of(
            AddressPart.Street, "street and number",
            AddressPart.City, "city",
            AddressPart.State, "state",
            AddressPart.Zip, "ZIP or postal code");

    private final Answers answers;
    private final String region;
    private final FieldErrors errors;

    /**
     * Notes at once what is too long.
     *
     * @param region the company's country, such as {@code US}
     */
    public PersonAnswers(Answers answers, String region, FieldErrors errors) {
        this.answers = answers;
        this.region = region;
        this.errors = errors;
        MAX_LENGTH.forEach((field, max) -> errors.maxLength(field, answers.get(field), max));
    }

    public String name() {
        errors.addIf(!answers.has("name"), "name", "Please tell us your name.");
        return answers.get("name");
    }

    /** How the person is reached: by each number and each e-mail address that was written, in that order. */
    public List<ContactDraft> contacts(FieldUse email) {
        List<ContactDraft> addresses = emails(email);
        return Stream.concat(numbers(!addresses.isEmpty()).stream(), addresses.stream())
                .toList();
    }

    /**
     * The number is always needed; people write their mobile phone's. One that can't be read is asked for again, once: who
     * writes the same again, and is reached by e-mail, is not turned away, and people see what was written.
     */
    private List<ContactDraft> numbers(boolean reached) {
        String phone = answers.get("phone");
        ContactDraft number = new ContactDraft(ContactType.MobilePhone, phone, null);
        boolean readable = number.texted(region) != null;
        boolean insisted = reached && phone.equals(answers.get("phoneAsked"));
        errors.addIf(phone.isEmpty(), "phone", "Please tell us how to reach you.");
        errors.addIf(
                !phone.isEmpty() && !readable && !insisted,
                "phone",
                "This does not look like a phone number. Please write it with its area code.");
        return number.read(region).parts(null);
    }

    /** None where none is given, or none is asked for. */
    private List<ContactDraft> emails(FieldUse use) {
        String email = use.shown() ? answers.get("email") : "";
        if (email.isEmpty()) {
            errors.addIf(use == FieldUse.required, "email", "Please tell us your e-mail address.");
            return List.of();
        }
        boolean plausible = ContactParser.problem(ContactType.Email, email) == null;
        errors.addIf(!plausible, "email", "This does not look like an e-mail address.");
        return plausible ? ContactParser.of(ContactType.Email, email, region).parts(null) : List.of();
    }

    /** The address; null where there is none, or none is asked for. One that was begun must be whole. */
    public @Nullable Address address(FieldUse use) {
        boolean begun =
                List.of("street", "unit", "city", "state", "zip").stream().anyMatch(answers::has);
        if (!use.shown() || use == FieldUse.optional && !begun) {
            return null;
        }
        Address address = new Address(
                answers.get("street"),
                answers.has("unit") ? answers.get("unit") : null,
                answers.get("city"),
                answers.get("state"),
                answers.get("zip"),
                region.equals("US") ? "USA" : Locale.of("", region).getDisplayCountry(Locale.ENGLISH));
        address.missing().forEach(part -> errors.add(part.field(), "Please tell us the " + WORDS.get(part) + "."));
        return address;
    }
}
