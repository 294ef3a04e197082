package org.callboard.queue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.NumberHolder;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who calls, as far as the number tells. */
@Service
public class CallerNames {

    private final LikelyMatches matches;
    private final Tenants tenants;

    CallerNames(LikelyMatches matches, Tenants tenants) {
        this.matches = matches;
        this.tenants = tenants;
    }

    /**
     * Somebody who calls.
     *
     * @param name of the customers with the number, else as the telephone told it, else the number itself; never empty
     * @param other the number, as people write it, where the name is another; empty where it is none
     * @param customers those with the number
     */
    public record Caller(String name, String other, List<NumberHolder> customers) {

        public boolean doNotService() {
            return customers.stream().anyMatch(NumberHolder::doNotService);
        }
    }

    /** The customers with each of several numbers. */
    public record Known(Map<String, List<NumberHolder>> customers, PhoneFormat format) {

        /**
         * Who it is.
         *
         * @param number E.164; null where it is withheld, not told, or no number
         * @param told as the telephone calls them
         */
        public Caller of(@Nullable String number, boolean withheld, @Nullable String told) {
            String typed = VisibleText.orNull(told);
            if (number == null) {
                String unknown = withheld ? "Number withheld" : "Number not told";
                return typed == null
                        ? new Caller(unknown, "", List.of())
                        : new Caller(typed, withheld ? unknown : "", List.of());
            }
            String shown = format.shown(number);
            List<NumberHolder> holders = customers.getOrDefault(number, List.of());
            String name = holders.isEmpty() ? typed : NumberHolder.name(holders);
            return name == null ? new Caller(shown, "", holders) : new Caller(name, shown, holders);
        }
    }

    /** The customers with these numbers, E.164. */
    public Known known(long tenant, Stream<String> numbers) {
        return new Known(
                matches.holders(tenant, numbers.distinct().toList()),
                new PhoneFormat(tenants.get(tenant).region()));
    }

    /** Who has one number. */
    public Caller of(long tenant, @Nullable String number, boolean withheld, @Nullable String told) {
        return known(tenant, Stream.ofNullable(number)).of(number, withheld, told);
    }
}
