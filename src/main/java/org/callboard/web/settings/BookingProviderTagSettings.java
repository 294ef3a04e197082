package org.callboard.web.settings;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.jspecify.annotations.Nullable;
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
    List<Field> fields(long tenant, @Nullable BookingProviderTag present) {
        return List.of(
                Field.text("tagName", "Tag name").needed(),
                Field.area("description", "Description").needed().hint("Who sends these bookings, and from where."));
    }

    @Override
    Input values(BookingProviderTag tag) {
        return new Input().with("tagName", tag.tagName()).with("description", tag.description());
    }

    @Override
    void add(long tenant, Input input) {
        tags.create(tenant, input.text("tagName"), input.text("description"));
    }

    @Override
    void update(long tenant, long id, Input input) {
        tags.update(
                tenant,
                id,
                Objects.requireNonNullElse(input.text("tagName"), ""),
                Objects.requireNonNullElse(input.text("description"), ""),
                null);
    }

    @Override
    void activate(long tenant, long id, boolean active) {
        tags.update(tenant, id, null, null, active);
    }
}
