package org.callboard.web.messages;

import java.util.List;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.wordings.MessageWords;

/** The words of a message in the fields of a form. */
final class WordsForm {

    private WordsForm() {}

    static Form of(MessageWords words) {
        return Form.blank()
                .with("byMail", words.byMail())
                .with("subject", words.subject())
                .with("body", words.body())
                .with("byText", words.byText())
                .with("textBody", words.textBody());
    }

    /** The words that were typed; what is blank is as in the standard, and a box that is not ticked sends nothing. */
    static MessageWords words(Form form, MessageWords standard) {
        return MessageWords.of(
                form.flag("byMail"),
                form.raw("subject"),
                form.raw("body"),
                form.flag("byText"),
                form.raw("textBody"),
                standard);
    }

    /** What is wrong with the words in sentences, each said once however many fields it is wrong with. */
    static List<String> sentences(FieldErrors errors) {
        return errors.asMap().values().stream().flatMap(List::stream).distinct().toList();
    }
}
