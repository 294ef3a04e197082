package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Component;

@Component
class BookingProviderTagSettings extends SettingsKind<BookingProviderTag> {

    private final BookingProviderTags tags;

    BookingProviderTagSettings(BookingProviderTags tags) {
        super(new Words(
                "booking-provider-tags",
                "Booking provider tags",
                "tag",
                "One for every source of bookings, such as a website form or an answering service. The ID is the"
                        + " {booking_provider} in API paths.",
                "Description"));
        this.tags = tags;
    }

    @Override
    Function<BookingProviderTag, Line> line(long tenant) {
        return tag -> Line.of(tag.id(), tag.tagName(), tag.active(), tag.description());
    }

    @Override
    List<BookingProviderTag> all(long tenant) {
        return tags.all(tenant);
    }

    @Override
    BookingProviderTag get(long tenant, long id) {
        return tags.get(tenant, id);
    }

    @Override
    public String nameField() {
        return "tagName";
    }

    @Override
    Form form(BookingProviderTag tag) {
        return Form.blank().with("tagName", tag.tagName()).with("description", tag.description());
    }

    @Override
    void add(long tenant, Form form) {
        tags.create(tenant, form.text("tagName"), form.text("description"));
    }

    @Override
    void update(long tenant, long id, Form form) {
        tags.update(tenant, id, form.textOrEmpty("tagName"), form.textOrEmpty("description"), null);
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        tags.update(tenant, id, null, null, active);
    }
}
