package org.callboard.web.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.serviceareas.ServiceArea;
import org.callboard.serviceareas.ServiceArea.Details;
import org.callboard.serviceareas.ServiceAreas;
import org.callboard.web.layout.Form;
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
        List<String> all = Stream.concat(details.codes().stream(), details.states().stream())
                .toList();
        String first = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() <= SHOWN ? first : String.format(Locale.US, "%s and %,d more", first, all.size() - SHOWN);
    }

    @Override
    Form form(ServiceArea present) {
        Details details = present.details();
        return Form.blank()
                .with("name", details.name())
                .with("codes", String.join(", ", details.codes()))
                .with("states", String.join(", ", details.states()));
    }

    @Override
    Details details(Form form) {
        return new Details(
                form.textOrEmpty("name"),
                Details.codes(form.textOrEmpty("codes")),
                Details.states(form.textOrEmpty("states")));
    }
}
