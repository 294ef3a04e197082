package org.callboard.web.settings;

import java.util.List;
import java.util.Objects;
import org.callboard.tenants.BookingProviderTag;
import org.callboard.tenants.BookingProviderTags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class BookingProviderTagSettings implements SettingsKind {

    private final BookingProviderTags tags;

    BookingProviderTagSettings(BookingProviderTags tags) {
        this.tags = tags;
    }

    @Override
    public String path() {
        return "booking-provider-tags";
    }

    @Override
    public String title() {
        return "Booking provider tags";
    }

    @Override
    public String noun() {
        return "tag";
    }

    @Override
    public String about() {
        return "One for every source of bookings, such as a website form or an answering service. The ID is the"
                + " {booking_provider} in API paths.";
    }

    @Override
    public List<String> columns() {
        return List.of("Description");
    }

    @Override
    public List<Line> lines(long tenant) {
        return tags.all(tenant).stream()
                .map(tag -> Line.of(tag.id(), tag.tagName(), tag.active(), tag.description()))
                .toList();
    }

    @Override
    public List<Field> fields(long tenant, @Nullable Long id) {
        return List.of(
                Field.text("tagName", "Tag name").needed(),
                Field.area("description", "Description").needed().hint("Who sends these bookings, and from where."));
    }

    @Override
    public Input values(long tenant, long id) {
        BookingProviderTag tag = tags.get(tenant, id);
        return new Input().with("tagName", tag.tagName()).with("description", tag.description());
    }

    @Override
    public void add(long tenant, Input input) {
        tags.create(tenant, input.text("tagName"), input.text("description"));
    }

    @Override
    public void update(long tenant, long id, Input input, boolean active) {
        tags.update(
                tenant,
                id,
                Objects.requireNonNullElse(input.text("tagName"), ""),
                Objects.requireNonNullElse(input.text("description"), ""),
                active);
    }

    @Override
    public boolean active(long tenant, long id) {
        return tags.get(tenant, id).active();
    }
}
