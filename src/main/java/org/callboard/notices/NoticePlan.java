package org.callboard.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.access.Tenant;
import org.callboard.jobs.VisitsChanged;
import org.callboard.mail.Channel;
import org.callboard.wordings.MessageWords;
import org.jspecify.annotations.Nullable;

/** Who is told what: the messages that follow from what is made of visits, and those that wait and are not so any more. */
record NoticePlan(
        Tenant company,
        Map<NoticeKind, MessageWords> words,
        NoticeFacts facts,
        Map<Long, String> technicians,
        boolean undone,
        Instant now) {

    record Planned(long visit, NoticeRule.Notice notice, NoticePreview preview) {}

    /** The messages that follow; a channel that the company has switched off says nothing. */
    List<Planned> of(List<VisitsChanged.Visit> visits, List<Told> told) {
        Recipients recipients = Recipients.of(facts.reach(), company.region());
        List<Planned> messages = new ArrayList<>();
        for (VisitsChanged.Visit visit : visits) {
            for (Channel channel : Channel.values()) {
                NoticeRule.Notice notice = NoticeRule.decide(visit, last(told, visit, channel), undone, now)
                        .notice();
                if (notice != null && isOn(notice.kind(), channel)) {
                    messages.add(new Planned(visit.id(), notice, preview(visit, notice, channel, recipients)));
                }
            }
        }
        return messages;
    }

    /** The ids of messages that wait and say what is not so any more. */
    static Set<Long> outdated(List<VisitsChanged.Visit> visits, List<Told> told, boolean undone, Instant now) {
        Set<Long> outdated = new HashSet<>();
        for (VisitsChanged.Visit visit : visits) {
            for (Channel channel : Channel.values()) {
                Told last = last(told, visit, channel);
                if (last != null && NoticeRule.decide(visit, last, undone, now).withdraws()) {
                    outdated.add(last.messageId());
                }
            }
        }
        return outdated;
    }

    /** Why nobody is told anything, as a sentence. */
    String whyNothing(List<VisitsChanged.Visit> visits, List<Told> told) {
        if (decides(visits, told, now)) {
            return "The company sends no message of this.";
        }
        if (!outdated(visits, told, undone, now).isEmpty()) {
            return "The message that still waits is taken back; the customer hears nothing.";
        }
        return decides(visits, told, Instant.EPOCH)
                ? "The time is over, so the customer hears nothing."
                : "There is nothing new for the customer.";
    }

    private boolean decides(List<VisitsChanged.Visit> visits, List<Told> told, Instant at) {
        return visits.stream()
                .anyMatch(visit -> Arrays.stream(Channel.values())
                        .anyMatch(channel -> NoticeRule.decide(visit, last(told, visit, channel), undone, at)
                                        .notice()
                                != null));
    }

    private static @Nullable Told last(List<Told> told, VisitsChanged.Visit visit, Channel channel) {
        return told.stream()
                .filter(one -> one.appointmentId() == visit.id() && one.channel() == channel)
                .findFirst()
                .orElse(null);
    }

    private boolean isOn(NoticeKind kind, Channel channel) {
        MessageWords said = Objects.requireNonNull(words.get(kind));
        return switch (channel) {
            case Mail -> said.byMail();
            case Text -> said.byText();
        };
    }

    private NoticePreview preview(
            VisitsChanged.Visit visit, NoticeRule.Notice notice, Channel channel, Recipients recipients) {
        MessageWords.Filled filled =
                Objects.requireNonNull(words.get(notice.kind())).fill(values(visit.id(), notice));
        String to = recipients.of(channel);
        boolean mail = channel == Channel.Mail;
        return new NoticePreview(
                channel,
                to,
                mail ? filled.subject() : "",
                mail ? filled.body() : filled.textBody(),
                to == null ? Recipients.missing(channel) : null);
    }

    /** What the placeholders stand for. */
    Map<String, String> values(long visit, NoticeRule.Notice notice) {
        Map<String, String> values = new HashMap<>();
        for (NoticePlaceholder placeholder : NoticePlaceholder.values()) {
            values.put(placeholder.word(), value(placeholder, visit, notice));
        }
        return values;
    }

    private String value(NoticePlaceholder placeholder, long visit, NoticeRule.Notice notice) {
        ZoneId zone = company.timeZone();
        ToldTime was = notice.was();
        return switch (placeholder) {
            case CUSTOMER -> facts.customer();
            case COMPANY -> company.name();
            case DATE -> notice.time().date(zone);
            case WINDOW -> notice.time().window(zone);
            case OLD_DATE -> was == null ? "" : was.date(zone);
            case OLD_WINDOW -> was == null ? "" : was.window(zone);
            case ADDRESS -> facts.address().toString();
            case JOB -> facts.jobNumber();
            case TYPE -> facts.jobType();
            case TECHNICIAN -> technicians.getOrDefault(visit, "");
        };
    }
}
