package org.callboard.addresses;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What has the parts that addresses need. */
public interface AddressShape {

    @Nullable
    String street();

    @Nullable
    String city();

    @Nullable
    String state();

    @Nullable
    String zip();

    @Nullable
    String country();

    /** The parts that the addresses of its country must have and it has not; where no country is named, all but the unit. */
    default List<AddressPart> missing() {
        CountryRules rules = CountryRules.of(country(), null);
        boolean named = VisibleText.in(country());
        return Stream.of(AddressPart.values())
                .filter(part -> named ? rules.needs(part) : part != AddressPart.Unit)
                .filter(not(this::has))
                .toList();
    }

    private boolean has(AddressPart part) {
        return VisibleText.in(
                switch (part) {
                    case Street -> street();
                    case City -> city();
                    case State -> state();
                    case Zip -> zip();
                    case Country -> country();
                    case Unit -> null;
                });
    }
}
