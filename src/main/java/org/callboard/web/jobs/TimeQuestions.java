package org.callboard.web.jobs;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.desk.StartTimes;
import org.callboard.jobs.VisitTime;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks about the times that are typed on the page of a job, as the booking form does. */
@Component
class TimeQuestions {

    private final StartTimes startTimes;

    TimeQuestions(StartTimes startTimes) {
        this.startTimes = startTimes;
    }

    /**
     * What is asked before a visit takes the time that was typed, by its field; empty for a usual time. Each sentence is noted
     * under {@link JobForms#confirms}, unless the form confirms exactly this.
     *
     * @param time what was typed; null where that is no time
     * @param technicians who would come
     * @param except the appointments that take this time
     */
    Map<String, StartTimes.Question> ask(
            JobAction action, String startField, @Nullable VisitTime time, List<Long> technicians, List<Long> except) {
        Form form = action.form();
        String confirms = JobForms.confirms(startField);
        String confirmed = form.text(confirms);
        LocalDateTime start = WallClockTime.read(form.text(startField), startField, new FieldErrors());
        if (time == null || start == null) {
            return Map.of();
        }
        Optional<StartTimes.Question> question = startTimes.question(
                action.tenant(), start, Duration.between(time.startOn(), time.endOn()), technicians, except);
        question.filter(one -> !one.confirms().equals(confirmed))
                .ifPresent(one -> one.sentences().forEach(sentence -> form.note(true, confirms, sentence)));
        return question.map(one -> Map.of(startField, one)).orElse(Map.of());
    }
}
