package org.callboard.web.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.serviceareas.ServiceArea;
import org.callboard.serviceareas.ServiceArea.Circle;
import org.callboard.serviceareas.ServiceArea.Details;
import org.callboard.serviceareas.ServiceAreas;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ServiceAreaSettings extends NamedKind<ServiceArea, Details> {

    /** So many stand in the list; the form has them all. */
    private static final int SHOWN = 4;

    ServiceAreaSettings(ServiceAreas areas) {
        super(
                areas,
                Details.class,
                new Words(
                                "service-areas",
                                "Service areas",
                                "service area",
                                "Where you work. Inquiries from elsewhere are marked on the Calls screen; each booking"
                                        + " page says whether it takes them.",
                                "Covers")
                        .whenDeactivated("Addresses in it count as outside, unless another area covers them."));
    }

    @Override
    Function<ServiceArea, List<String>> cells(long tenant) {
        return one -> List.of(covers(one.details()));
    }

    private static String covers(Details details) {
        List<String> all = new ArrayList<>(details.codes());
        all.addAll(details.states());
        if (details.circle() != null) {
            all.addFirst(details.circle().toString());
        }
        String first = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() <= SHOWN ? first : String.format(Locale.US, "%s and %,d more", first, all.size() - SHOWN);
    }

    @Override
    Form form(ServiceArea present) {
        Details details = present.details();
        Circle circle = details.circle();
        return Form.blank()
                .with("name", details.name())
                .with("codes", String.join(", ", details.codes()))
                .with("states", String.join(", ", details.states()))
                .with("center", circle == null ? null : circle.center())
                .with("radius", circle == null ? null : circle.radius());
    }

    @Override
    Details details(Form form) {
        return new Details(
                form.textOrEmpty("name"),
                Details.codes(form.textOrEmpty("codes")),
                Details.states(form.textOrEmpty("states")),
                circle(form));
    }

    private static @Nullable Circle circle(Form form) {
        String center = form.text("center");
        Integer radius = form.number("radius");
        boolean none = center == null && form.text("radius") == null;
        return none ? null : Circle.around(form.textOrEmpty("center"), Objects.requireNonNullElse(radius, 0));
    }
}
