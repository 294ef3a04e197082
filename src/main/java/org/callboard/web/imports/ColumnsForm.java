package org.callboard.web.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.imports.Import;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Choices.ExternalId;
import org.callboard.listchoices.Choices.OnExisting;
import org.callboard.listchoices.Choices.UpdateBy;
import org.callboard.listchoices.OnMatch;
import org.callboard.sheets.ColumnField;
import org.callboard.sheets.ImportField;
import org.callboard.sheets.Mapping;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.callboard.web.layout.Form;

/** The form about the columns of a list: the field of each column, in their order, and what holds for all rows. */
final class ColumnsForm {

    /** What is wrong with the columns as a whole. */
    private static final String MAPPING = "mapping";

    /** The field of a column, which has its number behind; a column that is not shown keeps what it has. */
    private static final String FIELD = "field-";

    private ColumnsForm() {}

    static Form filled(Import list, QuickDates dates) {
        Choices choices = list.choices();
        ExternalId external = choices.existing().external();
        Form form = Form.blank()
                .with("campaignId", choices.campaignId())
                .with("callReasonId", choices.callReasonId())
                .with("followUpDate", dates.text(choices.followUpDate()))
                .with("onMatch", choices.onMatch())
                .with("headerRow", list.layout().headerRow())
                .with("updateBy", choices.existing().by())
                .with("onExisting", choices.existing().policy())
                .with("externalKey", external == null ? null : external.key())
                .with("tagTypeId", choices.tagTypeId());
        List<String> words = ColumnField.words(choices.fields());
        for (int i = 0; i < words.size(); i++) {
            form.with(FIELD + i, words.get(i));
        }
        return form;
    }

    static Choices read(Form form, Import list, QuickDates dates) {
        form.with(MAPPING, null);
        List<String> before = ColumnField.words(list.choices().fields());
        Set<ColumnField> taken = new HashSet<>();
        List<Optional<ColumnField>> read = new ArrayList<>();
        for (int i = 0; i < list.columns().size(); i++) {
            String said = form.raw(FIELD + i);
            String word = said == null ? before.get(i) : said;
            Optional<ColumnField> field = ColumnField.named(list.kind(), word);
            form.note(!word.isEmpty() && field.isEmpty(), MAPPING, "Choose from the list.");
            field.ifPresent(one -> form.note(!Mapping.take(one, taken), MAPPING, Mapping.twice(one)));
            read.add(field);
        }
        return new Choices(
                read,
                form.id("campaignId"),
                form.id("callReasonId"),
                dates.read(form, "followUpDate"),
                Objects.requireNonNullElse(form.choice("onMatch", OnMatch.class), OnMatch.usual(list.kind())),
                existing(form, list, read),
                form.id("tagTypeId"),
                list.choices().normalCase());
    }

    private static Choices.Existing existing(Form form, Import list, List<Optional<ColumnField>> fields) {
        ExternalId before = list.choices().existing().external();
        boolean has = ColumnField.anyHolds(fields, ImportField.externalId);
        String key = form.text("externalKey");
        form.note(new FieldErrors().maxLength("externalKey", key, ExternalId.MAX_KEY));
        return new Choices.Existing(
                form.choice("updateBy", UpdateBy.class),
                Objects.requireNonNullElse(form.choice("onExisting", OnExisting.class), OnExisting.FillEmpty),
                has
                        ? new ExternalId(
                                before == null ? ExternalId.LISTS : before.application(),
                                key == null ? ExternalId.KEY : key)
                        : null);
    }
}
