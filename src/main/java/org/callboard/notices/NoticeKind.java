package org.callboard.notices;

import java.util.Arrays;
import java.util.List;
import org.callboard.mail.Purpose;
import org.callboard.wordings.MessageWords;

/** What a customer is told of an appointment. */
public enum NoticeKind {
    Confirmation(
            "Appointment booked",
            Purpose.APPOINTMENT_CONFIRMATION,
            new MessageWords(
                    false,
                    "{company}: your appointment on {date}",
                    """
                    Hello {customer},

                    Your appointment with {company} is booked.

                    When: {date}, {window}
                    Where: {address}
                    Work: {type}
                    Who comes: {technician}

                    If the time does not suit you, please let us know.

                    {company}""",
                    false,
                    "{company}: your appointment is booked for {date}, {window}. Please tell us if that does not suit you.")),
    Change(
            "Appointment moved",
            Purpose.APPOINTMENT_CHANGE,
            new MessageWords(
                    false,
                    "{company}: your appointment is now on {date}",
                    """
                    Hello {customer},

                    Your appointment with {company} is at another time.

                    New time: {date}, {window}
                    Instead of: {old date}, {old window}
                    Where: {address}
                    Work: {type}
                    Who comes: {technician}

                    If the time does not suit you, please let us know.

                    {company}""",
                    false,
                    "{company}: your appointment is now on {date}, {window}, instead of {old date}, {old window}.")),
    Cancellation(
            "Appointment canceled",
            Purpose.APPOINTMENT_CANCELLATION,
            new MessageWords(
                    false,
                    "{company}: your appointment on {date} is canceled",
                    """
                    Hello {customer},

                    Your appointment with {company} is canceled. Nobody will come.

                    It was to be: {date}, {window}
                    Where: {address}
                    Work: {type}

                    If you want another time, please let us know.

                    {company}""",
                    false,
                    "{company}: your appointment on {date}, {window}, is canceled. Please tell us if you want another time."));

    private final String label;
    private final Purpose purpose;
    private final MessageWords standard;

    NoticeKind(String label, Purpose purpose, MessageWords standard) {
        this.label = label;
        this.purpose = purpose;
        this.standard = standard;
    }

    /** As the settings call it. */
    public String label() {
        return label;
    }

    Purpose purpose() {
        return purpose;
    }

    /** What a company says that has not set up words of its own; it says nothing before it wants to. */
    public MessageWords standard() {
        return standard;
    }

    /** What its words may have in them. */
    public List<NoticePlaceholder> placeholders() {
        return Arrays.stream(NoticePlaceholder.values())
                .filter(one -> this == Change || !one.ofChange())
                .toList();
    }

    /** The words between the braces. */
    public List<String> placeholderWords() {
        return placeholders().stream().map(NoticePlaceholder::word).toList();
    }
}
