package org.callboard.web.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callboard.bookingscripts.ScriptQuestion;
import org.callboard.desk.ScriptAnswers;
import org.callboard.jobs.HouseAnswers;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.web.layout.Form;
import org.junit.jupiter.api.Test;

/** What a house is known for is filled in, and what somebody typed stays. */
class JobScriptTest {

    private static final Instant NOW = Instant.parse("2027-03-12T15:00:00Z");
    private static final ScriptQuestion GATE = question(1, "Gate code", true);
    private static final ScriptQuestion PETS = question(2, "Pets", false);
    private static final List<ScriptQuestion> BOTH = List.of(GATE, PETS);
    private static final long HOME = 7;
    private static final long CABIN = 8;

    private static ScriptQuestion question(long id, String name, boolean required) {
        CustomFieldType.Details details = new CustomFieldType.Details(name, "job", DataType.Text, null);
        return new ScriptQuestion(new CustomFieldType(id, details, true, 100 + id, NOW, NOW), required, null);
    }

    private static Map<Long, HouseAnswers.Kept> kept(ScriptQuestion question, String value) {
        return Map.of(question.id(), new HouseAnswers.Kept(question.id(), value, "1203", NOW));
    }

    private static List<String> values(JobScript script) {
        return script.asked().stream().map(JobScript.Asked::value).toList();
    }

    /** The form as the browser sends it back. */
    private static Form sent(JobScript script) {
        Form form = Form.blank().with("filledOf", script.location());
        script.asked().forEach(one -> {
            form.with(one.name(), one.value());
            form.with(one.filledName(), one.filled().isEmpty() ? null : one.filled());
        });
        return form;
    }

    private static Form typed(Form form, ScriptQuestion question, String value) {
        Form other = Form.blank();
        form.texts()
                .forEach((name, all) ->
                        other.with(name, name.equals("custom-" + question.id()) ? value : all.getFirst()));
        return other;
    }

    @Test
    void whatTheHouseIsKnownForIsFilledIn() {
        JobScript script = JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "4417"));
        assertThat(values(script)).containsExactly("4417", "");
        assertThat(script.asked().getFirst().known()).isTrue();
        assertThat(script.countAnswered()).isOne();
        assertThat(script.lacks()).isFalse();
        assertThat(JobScript.of(Form.blank(), null, BOTH, Map.of()).lacks()).isTrue();
    }

    @Test
    void anotherPlaceFillsInItsOwnAndNeverOverWhatWasTyped() {
        Form atHome = sent(JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "4417")));
        assertThat(values(JobScript.of(atHome, CABIN, BOTH, kept(PETS, "Cat")))).containsExactly("", "Cat");
        assertThat(values(JobScript.of(typed(atHome, GATE, "0000"), CABIN, BOTH, kept(GATE, "99"))))
                .containsExactly("0000", "");
        assertThat(values(JobScript.of(typed(atHome, GATE, ""), HOME, BOTH, kept(GATE, "4417"))))
                .as("somebody took it out")
                .containsExactly("", "");
        assertThat(values(JobScript.of(atHome, null, BOTH, Map.of()))).containsExactly("", "");
    }

    @Test
    void whatNobodyChangedFollowsWhatTheHouseSaysByNow() {
        Form atHome = sent(JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "1234")));
        assertThat(values(JobScript.of(atHome, HOME, BOTH, kept(GATE, "5678")))).containsExactly("5678", "");
        assertThat(values(JobScript.of(atHome, HOME, BOTH, Map.of()))).containsExactly("", "");
        assertThat(values(JobScript.of(typed(atHome, GATE, "0000"), HOME, BOTH, kept(GATE, "5678"))))
                .containsExactly("0000", "");
        assertThat(values(JobScript.of(typed(atHome, PETS, "Dog"), HOME, BOTH, kept(PETS, "Cat"))))
                .containsExactly("", "Dog");
        assertThat(values(JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "12\r\n34"))))
                .as("a field of one line")
                .containsExactly("12 34", "");
    }

    @Test
    void whatWasOnlyFilledInIsReadAsThat() {
        Form atHome = sent(JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "1234")));
        ScriptAnswers left = read(atHome, HOME);
        assertThat(left.filledIn()).containsExactly(GATE.id());
        assertThat(read(typed(atHome, GATE, "0000"), HOME).filledIn()).isEmpty();
        assertThat(read(typed(atHome, GATE, "0000"), HOME).given()).containsEntry(GATE.id(), "0000");
        assertThat(read(typed(atHome, GATE, ""), HOME).filledIn()).isEmpty();
    }

    @Test
    void whatAnotherHouseFilledInIsNoAnswerOfTheOneThatWasChosen() {
        Form atHome = typed(sent(JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "1234"))), PETS, "Dog");
        assertThat(read(atHome, CABIN).given()).containsOnly(Map.entry(PETS.id(), "Dog"));
        assertThat(read(atHome, CABIN).filledIn()).isEmpty();
        assertThat(read(typed(atHome, GATE, "0000"), CABIN).given())
                .containsOnly(Map.entry(GATE.id(), "0000"), Map.entry(PETS.id(), "Dog"));
        assertThat(BookJobForm.read(Form.of(atHome.texts()).with("who", "new"))
                        .script()
                        .given())
                .containsOnlyKeys(PETS.id());
    }

    @Test
    void theTickCountsForTheJobTypeWhoseQuestionsWereSeen() {
        assertThat(unasked("3", "3")).isTrue();
        assertThat(unasked("3", "4")).isFalse();
        assertThat(unasked("true", "3")).isFalse();
        assertThat(unasked("", "")).isFalse();
    }

    /** Whether it counts, for who books and in the form that comes back. */
    private static boolean unasked(String ticked, String jobType) {
        Form form = Form.blank().with("who", "new").with("jobTypeId", jobType).with("unasked", ticked);
        boolean shown = JobScript.of(form, null, BOTH, Map.of()).unasked();
        assertThat(BookJobForm.read(form).script().unasked()).isEqualTo(shown);
        return shown;
    }

    private static ScriptAnswers read(Form form, long location) {
        return BookJobForm.read(Form.of(form.texts()).with("who", "location:" + location))
                .script();
    }

    @Test
    void whatAnotherJobTypeAskedComesBackWithItButOfAnotherPlaceOnlyWhatWasTyped() {
        Form form = typed(sent(JobScript.of(Form.blank(), HOME, BOTH, kept(GATE, "4417"))), PETS, "Dog");
        JobScript other = JobScript.of(form, HOME, List.of(), Map.of());
        assertThat(other.others()).containsExactly("custom-2");
        assertThat(values(JobScript.of(form, HOME, BOTH, kept(GATE, "4417")))).containsExactly("4417", "Dog");
        assertThat(JobScript.of(form, CABIN, List.of(), Map.of()).others()).containsExactly("custom-2");
        assertThat(JobScript.of(form, CABIN, List.of(GATE), Map.of()).others()).containsExactly("custom-2");
    }
}
