package org.callboard.web.merging;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoPreview.Since;
import org.callboard.merging.UndoPreview.What;
import org.callboard.web.layout.Form;

/**
 * What is chosen on the page of an undo: of what was made since the merge, what belongs to the removed record. Only what
 * differs from what would become of it anyway counts as chosen, so that a job follows its location until somebody says
 * otherwise.
 */
final class UndoForm {

    /** What is ticked, and what would be without a choice. */
    private static final String BACK = "back";

    private static final String ALL = "since";
    private static final String BY_ITSELF = "itself";
    private static final Pattern ONE = Pattern.compile("(Job|Lead|Location|Call)-(\\d{1,15})");

    private UndoForm() {}

    /** Invalid where something is none of the choices that the page offers. */
    static UndoChoices read(Form form) {
        Set<String> ticked = Set.copyOf(form.values(BACK));
        Set<String> byItself = Set.copyOf(form.values(BY_ITSELF));
        Map<What, Map<Long, Boolean>> chosen = new EnumMap<>(What.class);
        for (String value : form.values(ALL)) {
            Matcher one = ONE.matcher(value);
            boolean known = one.matches();
            form.note(!known, ALL, "Choose from the list.");
            if (known && ticked.contains(value) != byItself.contains(value)) {
                chosen.computeIfAbsent(What.valueOf(one.group(1)), any -> new TreeMap<>())
                        .put(Long.valueOf(one.group(2)), ticked.contains(value));
            }
        }
        form.refuseIfWrong();
        return new UndoChoices(
                chosen.getOrDefault(What.Job, Map.of()),
                chosen.getOrDefault(What.Lead, Map.of()),
                chosen.getOrDefault(What.Location, Map.of()),
                chosen.getOrDefault(What.Call, Map.of()));
    }

    /** What jobs and leads follow until somebody says otherwise. */
    static UndoChoices locationsOnly(UndoChoices choices) {
        return new UndoChoices(Map.of(), Map.of(), choices.locations(), Map.of());
    }

    static String value(Since since) {
        return since.what() + "-" + since.id();
    }

    /** The choices in one line, to tell whether they are the ones that were looked at. */
    static String text(UndoChoices choices) {
        return "jobs " + choices.jobs() + " leads " + choices.leads() + " locations " + choices.locations() + " calls "
                + choices.calls();
    }
}
