package org.callboard.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.importrows.StagedRow.Decided;
import org.callboard.importrows.StagedRow.Decided.What;
import org.callboard.imports.Import;
import org.callboard.imports.ImportRow;
import org.callboard.imports.ImportState;
import org.callboard.imports.Imports;
import org.callboard.imports.MendRow;
import org.callboard.people.CurrentUser;
import org.callboard.sheets.SheetFile;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one row of a list that was looked at: its cells, and what becomes of it. */
@Controller
@RequestMapping("/settings/imports/{id}/rows/{number}")
class ImportRowController {

    /** To whom the row is attached: the one that the page has shown. */
    private static final Pattern ATTACH = Pattern.compile(What.Attach + "(\\d{1,18})");

    private final Imports imports;
    private final MendRow mend;
    private final ImportModel model;

    ImportRowController(Imports imports, MendRow mend, ImportModel model) {
        this.imports = imports;
        this.mend = mend;
        this.model = model;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView show(@PathVariable long id, @PathVariable long number) {
        Import list = imports.get(tenant(), id);
        ImportRow row = imports.row(tenant(), list, number);
        if (list.state() != ImportState.Checked) {
            return new ModelAndView("redirect:/settings/imports/" + id);
        }
        Form form = Form.blank().with("decision", word(row.decided()));
        for (int i = 0; i < Math.max(list.columns().size(), row.cells().size()); i++) {
            form.with("cell" + i, i < row.cells().size() ? row.cells().get(i) : "");
        }
        return page(list, row, form);
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView mend(
            @PathVariable long id,
            @PathVariable long number,
            @RequestParam(defaultValue = "all") String show,
            Form form,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ImportRow[] mended = new ImportRow[1];
        boolean saved = form.saved(
                response,
                noted -> mended[0] =
                        mend.mend(tenant(), id, number, (list, row, errors) -> wanted(form, row, errors), noted));
        if (!saved || mended[0].outcome() == null) {
            Import list = imports.get(tenant(), id);
            return page(list, imports.row(tenant(), list, number), form);
        }
        redirect.addFlashAttribute("toast", "Row " + number + " is saved.");
        String filter = show.matches("[a-z]{1,20}") ? show : "all";
        return new ModelAndView("redirect:/settings/imports/" + id + "?show=" + filter);
    }

    private static MendRow.Mended wanted(Form form, ImportRow row, FieldErrors errors) {
        List<String> cells = new ArrayList<>(row.cells());
        form.texts().forEach((name, texts) -> {
            if (name.matches("cell\\d{1,4}")) {
                int column = Integer.parseInt(name.substring("cell".length()));
                String typed = lines(texts.getFirst());
                errors.maxLength(name, typed, SheetFile.MAX_CELL);
                boolean same = column < cells.size() && lines(cells.get(column)).equals(typed);
                if (!same && (column < cells.size() || !typed.isEmpty())) {
                    MendRow.put(cells, column, typed);
                }
            }
        });
        errors.addIf(
                !ImportModel.seen(row).equals(form.raw("seen")),
                "seen",
                "Somebody else has changed this row meanwhile. Save once more if what stands here is right.");
        return new MendRow.Mended(cells, decided(form));
    }

    private static @Nullable Decided decided(Form form) {
        Matcher attach = ATTACH.matcher(Objects.requireNonNullElse(form.text("decision"), ""));
        if (attach.matches()) {
            return new Decided(What.Attach, Long.valueOf(attach.group(1)));
        }
        What what = form.choice("decision", What.class);
        form.note(what == What.Attach, "decision", "Choose one from the list.");
        return what == null ? null : new Decided(what, null);
    }

    /** Browsers end the lines of a text in their own way. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private ModelAndView page(Import list, ImportRow row, Form form) {
        return new ModelAndView(
                "imports/row",
                "view",
                model.row(list, row, form.hiding("decision").hiding("seen")));
    }

    private static String word(@Nullable Decided decided) {
        return decided == null
                ? ""
                : decided.what()
                        + (decided.customerId() == null
                                ? ""
                                : decided.customerId().toString());
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
