package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.callboard.access.Tenants;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.details.RecordKind;
import org.callboard.http.SentForms;
import org.callboard.lists.UsualPlaces;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.web.layout.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the forms for new records show beside what was typed. */
@Component
class EntryModel {

    private static final List<Option> CONTACT_TYPES = List.of(
            new Option(ContactType.MobilePhone.name(), "Mobile"),
            new Option(ContactType.Phone.name(), "Phone"),
            new Option(ContactType.Email.name(), "E-mail"),
            new Option(ContactType.Fax.name(), "Fax"));

    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;
    private final UsualPlaces places;
    private final Tenants tenants;

    EntryModel(TagTypes tagTypes, CustomFieldTypes fieldTypes, UsualPlaces places, Tenants tenants) {
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
        this.places = places;
        this.tenants = tenants;
    }

    UsualPlaces.Place usual(long tenant) {
        return places.of(tenant, region(tenant));
    }

    String region(long tenant) {
        return tenants.get(tenant).region();
    }

    /** Draws the form: fresh, or as it came back with what is wrong. A token is used until something was saved with it. */
    void fill(Model model, long tenant, Entry entry, UsualPlaces.Place usual, Map<String, List<String>> errors) {
        model.addAttribute("entry", entry);
        model.addAttribute("errors", errors);
        model.addAttribute("usual", usual);
        model.addAttribute("contactTypes", CONTACT_TYPES);
        model.addAttribute("types", CustomerType.values());
        model.addAttribute(
                "tags",
                tagTypes.all(tenant).stream()
                        .filter(TagType::active)
                        .sorted(Comparator.comparing(TagType::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
        model.addAttribute("customerFields", fieldTypes.active(tenant, RecordKind.Customer.word()));
        model.addAttribute("locationFields", fieldTypes.active(tenant, RecordKind.Location.word()));
        if (!model.containsAttribute("once")) {
            model.addAttribute("once", SentForms.token());
        }
    }

    /**
     * Puts a refusal into the model, for a form that comes back as a 422; gives the wrong fields as the request names them.
     * What can't be said in the form is thrown on.
     */
    static Map<String, List<String>> refused(Refusal problem, Model model, HttpServletResponse response) {
        if (!(problem instanceof Invalid || problem instanceof Conflict)) {
            throw problem;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (problem instanceof Conflict) {
            model.addAttribute("problem", problem.title());
            model.addAttribute("saved", problem.facts().get("saved"));
        }
        return problem.errors();
    }
}
