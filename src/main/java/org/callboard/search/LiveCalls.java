package org.callboard.search;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.contactpoints.PhoneSearch;
import org.callboard.matches.LikelyMatches.NumberHolder;
import org.callboard.search.LineStore.Line;
import org.callboard.search.LiveCallStore.LiveCall;
import org.callboard.search.SearchStore.Found;
import org.callboard.validation.VisibleText;

/**
 * The calls and call-backs that somebody may be looking for. Their documents are made for one search and kept nowhere: there
 * are few, a call that rings need not wait for an index, and the customers' names are those of now.
 */
final class LiveCalls {

    /** So many digits has a number without its country code, and without its area code. */
    private static final int NATIONAL = 10;

    private static final int LOCAL = 7;

    private final Lexemes lexemes;
    private final List<LiveCall> calls;
    private final List<Found> documents;

    LiveCalls(long tenant, List<LiveCall> calls) {
        this.lexemes = Lexemes.ofLive(tenant);
        this.calls = calls;
        this.documents = calls.stream()
                .map(call -> new Found(call.kind(), call.id(), new Document(words(call), numbers(call))))
                .toList();
    }

    /** As the index would give them. */
    List<Found> documents() {
        return documents;
    }

    /** What a result shows of those with the ids. */
    List<Line> lines(Kind kind, Set<Long> ids) {
        return calls.stream()
                .filter(call -> call.kind() == kind && ids.contains(call.id()))
                .map(LiveCalls::line)
                .toList();
    }

    private static Line line(LiveCall call) {
        String unknown = call.withheld() ? "Number withheld" : "Number not told";
        List<NumberHolder> customers = call.customers();
        String named = customers.isEmpty() ? null : NumberHolder.name(customers);
        String name = Stream.of(named, call.callerName(), call.number())
                .filter(VisibleText::in)
                .findFirst()
                .orElse(unknown);
        return new Line(
                call.kind(),
                call.id(),
                customers.size() == 1 ? customers.getFirst().customerId() : null,
                name,
                null,
                true,
                customers.stream().anyMatch(NumberHolder::doNotService),
                null,
                call.state(),
                null,
                false,
                call.number());
    }

    private Set<String> words(LiveCall call) {
        Stream<String> names = call.customers().stream().map(NumberHolder::name);
        String said = Stream.concat(names, Stream.of(call.callerName(), call.memo()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Words.of(Findable.of(said, null)).stream()
                .map(word -> lexemes.word(word.field(), word.text()))
                .collect(Collectors.toSet());
    }

    private Set<String> numbers(LiveCall call) {
        String number = call.number();
        if (number == null) {
            return Set.of();
        }
        String digits = PhoneSearch.digits(number);
        Set<String> all = new HashSet<>(List.of(lexemes.number(digits), lexemes.numberEnding(digits)));
        for (int length : List.of(NATIONAL, LOCAL)) {
            if (digits.length() > length) {
                all.add(lexemes.number(digits.substring(digits.length() - length)));
            }
        }
        return all;
    }
}
