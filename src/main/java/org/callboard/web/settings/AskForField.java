package org.callboard.web.settings;

import java.util.Objects;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a question into a booking script, together with what is said of its field. */
@Component
class AskForField {

    /**
     * What the form says of a new question.
     *
     * @param field the one that it asks for; null for the new one
     */
    record Question(
            @Nullable Long field,
            CustomFieldSettings.@Nullable NewField made,
            boolean required,
            boolean ofHouse,
            @Nullable String help) {

        /** Invalid names all that can't be read. */
        static Question of(Form form) {
            return form.all(() -> typed(form), question -> {
                if (question.made != null) {
                    question.made.check();
                }
            });
        }

        private static Question typed(Form form) {
            boolean made = "new".equals(form.text("typeId"));
            form.note(BookingScripts.checkHelp(form.text("help")));
            return new Question(
                    made ? null : chosen(form),
                    made ? CustomFieldSettings.NewField.of(form) : null,
                    form.flag("required"),
                    form.flag("ofHouse"),
                    form.text("help"));
        }

        private static @Nullable Long chosen(Form form) {
            form.note(form.text("typeId") == null, "typeId", "Choose what to ask.");
            return form.id("typeId");
        }
    }

    private final BookingScripts scripts;
    private final CustomFieldTypes fields;

    AskForField(BookingScripts scripts, CustomFieldTypes fields) {
        this.scripts = scripts;
        this.fields = fields;
    }

    /** Adds the question, and its field where that is new; Invalid, and then neither. */
    @Transactional
    public void add(long tenant, long jobType, Question question) {
        CustomFieldSettings.NewField made = question.made;
        long field = made == null
                ? Objects.requireNonNull(question.field)
                : made.add(fields, tenant, CustomFieldTypes.OF_JOBS).id();
        scripts.ask(tenant, jobType, field, question.required, question.help);
        if (question.ofHouse) {
            fields.askAboutHouse(tenant, field, true);
        }
    }

    /** Says anew what is said of a question, and of its field for whatever job type asks it. */
    @Transactional
    public void change(
            long tenant, long jobType, long field, boolean required, boolean ofHouse, @Nullable String help) {
        scripts.update(tenant, jobType, field, required, help);
        fields.askAboutHouse(tenant, field, ofHouse);
    }
}
