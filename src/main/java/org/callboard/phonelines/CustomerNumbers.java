package org.callboard.phonelines;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.NumberHolder;
import org.springframework.stereotype.Component;

/** Asks before a customer's number is taken for one whose calls wait for nobody. */
@Component
class CustomerNumbers {

    /** How many customers are named who have a number. */
    private static final int NAMED = 3;

    private final LikelyMatches matches;

    CustomerNumbers(LikelyMatches matches) {
        this.matches = matches;
    }

    /**
     * What is to be confirmed; empty for a number that no customer in use has.
     *
     * @param number E.164
     * @param confirm what confirming does, such as {@code block it}
     */
    Optional<String> question(long tenant, String number, String confirm) {
        List<NumberHolder> holders = matches.holders(tenant, List.of(number)).getOrDefault(number, List.of());
        if (holders.isEmpty()) {
            return Optional.empty();
        }
        String names = holders.stream().limit(NAMED).map(NumberHolder::name).collect(Collectors.joining(", "));
        return Optional.of("Customers on record have this number: " + names
                + (holders.size() > NAMED ? " and others" : "") + ". Confirm to " + confirm + " all the same.");
    }
}
