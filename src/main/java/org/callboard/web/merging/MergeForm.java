package org.callboard.web.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.merging.Choices;
import org.callboard.merging.Choices.From;
import org.callboard.merging.Choices.Pair;
import org.callboard.merging.Preview;
import org.callboard.merging.Preview.OfferedPair;
import org.callboard.merging.Preview.Rule;
import org.callboard.web.layout.Form;
import org.callboard.web.records.Field;

/**
 * What was chosen on the page of a merge, as its form and its address hold it. Where the rule of a field decides, nothing is
 * said of it: so one state of the page has one address.
 */
final class MergeForm {

    static final String FIELD = "field.";
    static final String CUSTOM = "custom.";
    static final String PAIR = "pair";

    /** Says that the pairs are as somebody left them; else those are ticked that are one door. */
    private static final String PAIRS = "pairs";

    private static final String REACTIVATE = "reactivate";
    private static final Pattern TWO_IDS = Pattern.compile("(\\d{1,15})-(\\d{1,15})");
    private static final int MAX_PAIRS = 50;

    private MergeForm() {}

    /** Invalid where something is none of the choices that the page offers. */
    static Choices read(Form form) {
        Map<String, From> fields = new TreeMap<>();
        Map<Long, From> customFields = new TreeMap<>();
        for (String name : form.texts().keySet()) {
            From from = name.startsWith(FIELD) || name.startsWith(CUSTOM) ? form.choice(name, From.class) : null;
            Long type = Field.number(CUSTOM, name).orElse(null);
            if (from != null && name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), from);
            } else if (from != null && type != null) {
                customFields.put(type, from);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (String text : form.values(PAIR)) {
            Matcher ids = TWO_IDS.matcher(text);
            if (ids.matches()) {
                pairs.add(new Pair(Long.parseLong(ids.group(1)), Long.parseLong(ids.group(2))));
            } else {
                form.note(true, PAIR, "Choose from the list.");
            }
        }
        form.note(pairs.size() > MAX_PAIRS, PAIR, "At most " + MAX_PAIRS + " pairs can be merged at once.");
        form.refuseIfWrong();
        return new Choices(fields, customFields, pairs, form.flag(REACTIVATE));
    }

    /** The choices without those that the rules would make too, and with the pairs that are ticked at first. */
    static Choices settled(Choices asked, Form form, Preview plain) {
        Map<String, From> fields = new TreeMap<>(asked.fields());
        plain.fields().forEach(line -> fields.remove(line.field(), byRule(line.rule())));
        Map<Long, From> customFields = new TreeMap<>(asked.customFields());
        plain.customFields().forEach(line -> customFields.remove(line.typeId(), byRule(line.rule())));
        List<Pair> pairs = form.has(PAIRS) ? asked.pairs() : oneDoor(plain.pairs());
        return new Choices(fields, customFields, pairs, asked.reactivate());
    }

    /** Whose value a field has where nobody chose. */
    static From byRule(Rule rule) {
        return rule == Rule.FILLED ? From.REMOVED : From.KEPT;
    }

    /** Pairs that are surely one location, each location once. */
    private static List<Pair> oneDoor(List<OfferedPair> offered) {
        List<Pair> pairs = new ArrayList<>();
        for (OfferedPair one : offered) {
            boolean taken = pairs.stream()
                    .anyMatch(pair -> pair.keptId() == one.keptId() || pair.removedId() == one.removedId());
            if (one.same() && !taken && (one.keptActive() || !one.removedActive()) && pairs.size() < MAX_PAIRS) {
                pairs.add(new Pair(one.keptId(), one.removedId()));
            }
        }
        return pairs;
    }

    /** The same where the other record is kept. */
    static Choices swapped(Choices choices) {
        return new Choices(
                swapped(choices.fields()),
                swapped(choices.customFields()),
                choices.pairs().stream()
                        .map(pair -> new Pair(pair.removedId(), pair.keptId()))
                        .toList(),
                choices.reactivate());
    }

    private static <K> Map<K, From> swapped(Map<K, From> choices) {
        return choices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue() == From.KEPT ? From.REMOVED : From.KEPT));
    }

    /** As the address of the page holds them, behind the two ids. */
    static String query(Choices choices) {
        StringBuilder query = new StringBuilder();
        choices.fields()
                .forEach((name, from) ->
                        query.append('&').append(FIELD).append(name).append('=').append(word(from)));
        choices.customFields()
                .forEach((type, from) -> query.append('&')
                        .append(CUSTOM)
                        .append(type)
                        .append('=')
                        .append(word(from)));
        query.append('&').append(PAIRS).append("=chosen");
        choices.pairs()
                .forEach(pair -> query.append('&').append(PAIR).append('=').append(value(pair)));
        if (choices.reactivate()) {
            query.append('&').append(REACTIVATE).append("=true");
        }
        return query.toString();
    }

    static String value(Pair pair) {
        return pair.keptId() + "-" + pair.removedId();
    }

    /** As the form and the address write it. */
    static String word(From from) {
        return from == From.KEPT ? "kept" : "removed";
    }
}
