package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerType;
import org.callboard.desk.Additions;
import org.callboard.details.RecordKind;
import org.callboard.idempotency.SentForms;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.records.Part;
import org.callboard.web.records.PointParts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms for new records show beside what was typed. */
@Component
class EntryModel {

    private static final List<Option> CONTACT_TYPES = List.of(
            new Option(ContactType.MobilePhone.name(), "Mobile"),
            new Option(ContactType.Phone.name(), "Phone"),
            new Option(ContactType.Email.name(), "E-mail"),
            new Option(ContactType.Fax.name(), "Fax"));

    /** A custom field of a new record; without options anything can be typed. */
    record Custom(long id, String name, CustomFieldType.DataType type, List<Option> options) {}

    /**
     * What the form shows beside what was typed.
     *
     * @param once the token by which it is saved once
     * @param customer who is on record and gets it; null for a new customer
     * @param additions what becomes of it there, where it was typed for a new customer
     */
    record View(
            Form form,
            String once,
            List<TagType> tags,
            List<Custom> customerFields,
            List<Custom> locationFields,
            @Nullable Customer customer,
            @Nullable Additions additions) {

        /** Whether it is the form of a whole customer, and not that of one location. */
        public boolean whole() {
            return customer == null || additions != null;
        }

        public List<Option> contactTypes() {
            return CONTACT_TYPES;
        }

        public List<Option> types() {
            return Option.of(CustomerType.class);
        }

        /** The parts of the point of an address. */
        public List<Part> point() {
            return PointParts.ALL;
        }

        /** Whether a point is named in the address below a prefix, or tried to be. */
        public boolean pointed(String prefix) {
            return PointParts.isNamed(form, prefix);
        }
    }

    private final SentForms forms;
    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;
    private final UsualPlaceStore places;
    private final Tenants tenants;

    EntryModel(
            SentForms forms, TagTypes tagTypes, CustomFieldTypes fieldTypes, UsualPlaceStore places, Tenants tenants) {
        this.forms = forms;
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
        this.places = places;
        this.tenants = tenants;
    }

    UsualPlaceStore.Place usual(long tenant) {
        return places.of(tenant, region(tenant));
    }

    String region(long tenant) {
        return tenants.get(tenant).region();
    }

    /** Creates what was typed, once; empty where it is refused, which the form then says. */
    OptionalLong create(EntryReader reader, HttpServletResponse response, ToLongFunction<FieldErrors> creation) {
        long[] id = new long[1];
        boolean saved = reader.form()
                .saved(
                        response,
                        reader::field,
                        noted -> id[0] =
                                forms.once(reader.token(), reader.content(), () -> creation.applyAsLong(noted)));
        return saved ? OptionalLong.of(id[0]) : OptionalLong.empty();
    }

    /** The form: fresh, or as it came back with what is wrong. A token is used until something was saved with it. */
    View view(long tenant, Form form, UsualPlaceStore.Place usual, @Nullable Customer customer) {
        return view(tenant, form, usual, customer, null);
    }

    /** The same, with what becomes of it where it was typed for a new customer. */
    View view(
            long tenant,
            Form form,
            UsualPlaceStore.Place usual,
            @Nullable Customer customer,
            @Nullable Additions additions) {
        return new View(
                at("locations[%l%].", form, usual), // the row that scripts copy
                form.has("once") && form.fact("saved") == null
                        ? form.value("once")
                        : SentForms.token().toString(),
                tagTypes.all(tenant).stream()
                        .filter(TagType::active)
                        .sorted(Comparator.comparing(TagType::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                custom(tenant, RecordKind.Customer),
                custom(tenant, RecordKind.Location),
                customer,
                additions);
    }

    /** The form with the usual state and country in the address under a prefix. */
    static Form at(String prefix, Form form, UsualPlaceStore.Place usual) {
        return form.with(prefix + "address.state", usual.state()).with(prefix + "address.country", usual.country());
    }

    private List<Custom> custom(long tenant, RecordKind kind) {
        return fieldTypes.active(tenant, kind.word()).stream()
                .map(type -> new Custom(type.id(), type.name(), type.details().dataType(), Option.of(type)))
                .toList();
    }
}
