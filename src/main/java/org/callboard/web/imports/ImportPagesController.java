package org.callboard.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.http.UploadFolder;
import org.callboard.imports.Import;
import org.callboard.imports.ImportState;
import org.callboard.imports.Imports;
import org.callboard.imports.RowsLeftOut;
import org.callboard.imports.StartImport;
import org.callboard.listchoices.Choices;
import org.callboard.listchoices.Said;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Busy;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.Streamed;
import org.callboard.sheets.ImportKind;
import org.callboard.sheets.UploadedFile;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Forms;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of imports. One address shows a list in whichever state it is; the buttons move it on. */
@Controller
@RequestMapping("/settings/imports")
class ImportPagesController {

    private static final int PAGE = 50;

    /** More than any spreadsheet program allows for the name of a sheet. */
    private static final int MAX_SHEET = 100;

    private final Imports imports;
    private final StartImport start;
    private final RowsLeftOut leftOut;
    private final ImportModel model;
    private final UploadFolder uploads;

    ImportPagesController(
            Imports imports, StartImport start, RowsLeftOut leftOut, ImportModel model, UploadFolder uploads) {
        this.imports = imports;
        this.start = start;
        this.leftOut = leftOut;
        this.model = model;
        this.uploads = uploads;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView list(@RequestParam(defaultValue = "1") int page) {
        return new ModelAndView(
                "imports/list", "view", imports.page(tenant(), new Paging(Math.max(1, page), PAGE, false)));
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    ModelAndView blank(Form form) {
        return new ModelAndView("imports/new", "view", new ImportModel.Upload(form));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView upload(
            Form form, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletResponse response) {
        Import[] made = new Import[1];
        form.with("file", null);
        ImportKind kind = Objects.requireNonNullElse(form.choice("kind", ImportKind.class), ImportKind.Leads);
        return form.saved(response, () -> made[0] = take(kind, form, file))
                ? new ModelAndView(to(made[0].id()))
                : blank(form);
    }

    private Import take(ImportKind kind, Form form, @Nullable MultipartFile file) {
        String sheet = form.text("sheet");
        FieldErrors errors = new FieldErrors().maxLength("sheet", sheet, MAX_SHEET);
        if (file == null || file.isEmpty()) {
            throw new Invalid(
                    errors.add("file", "Choose a file that holds something.").asMap());
        }
        errors.throwIfAny();
        StartImport.Wishes wishes = new StartImport.Wishes(kind, Map.of(), Said.NOTHING, sheet, null, null, null);
        try (InputStream in = file.getInputStream()) {
            return UploadedFile.with(
                    uploads,
                    file.getOriginalFilename(),
                    in,
                    upload -> start.start(tenant(), upload, wishes, new FieldErrors())
                            .list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Shell shell) {
        Import list = imports.get(tenant(), id);
        if (list.state() == ImportState.Draft) {
            Form form = ColumnsForm.filled(list, shell.getDates());
            model.suggestion(tenant(), list).ifPresent(one -> form.with("updateBy", one.by()));
            return columns(list, form);
        }
        return list.state().works()
                ? new ModelAndView("imports/work", "list", list)
                : new ModelAndView("imports/rows", "view", model.rows(tenant(), list, show, page));
    }

    /** The part of the page that is fetched again and again while the list works; at the end it asks for the whole page. */
    @GetMapping("/{id}/progress")
    @PageAccess(Role.Manager)
    ModelAndView progress(@PathVariable long id, HttpServletResponse response) {
        Import list = imports.get(tenant(), id);
        if (!list.state().works()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("imports/work :: progress", "list", list);
    }

    @GetMapping("/{id}/columns")
    @PageAccess(Role.Manager)
    ModelAndView columns(@PathVariable long id, Shell shell) {
        Import list = imports.get(tenant(), id);
        return list.state() == ImportState.Checked
                ? columns(list, ColumnsForm.filled(list, shell.getDates()))
                : new ModelAndView(to(id));
    }

    /** Another row has the names of the columns. */
    @PostMapping("/{id}/header")
    @PageAccess(Role.Manager)
    String nameColumns(@PathVariable long id, Form form, RedirectAttributes redirect) {
        Long row = form.id("headerRow");
        return done(id, redirect, () -> imports.nameColumns(tenant(), id, row == null ? 0 : row));
    }

    @PostMapping("/{id}/check")
    @PageAccess(Role.Manager)
    ModelAndView check(@PathVariable long id, Form form, Shell shell, HttpServletResponse response) {
        Import list = imports.get(tenant(), id);
        Choices choices = ColumnsForm.read(form, list, shell.getDates());
        return form.saved(response, () -> imports.check(tenant(), id, (locked, noted) -> choices, new FieldErrors()))
                ? new ModelAndView(to(id))
                : columns(list, form);
    }

    private ModelAndView columns(Import list, Form form) {
        return new ModelAndView("imports/columns", "view", model.columns(tenant(), list, form));
    }

    /** The columns hold what their names say, whatever was said of the last file of this shape. */
    @PostMapping("/{id}/guess")
    @PageAccess(Role.Manager)
    String guess(@PathVariable long id, RedirectAttributes redirect) {
        return done(id, redirect, () -> imports.guess(tenant(), id));
    }

    /** Names that are all in capitals are written as names usually are, or not any more. */
    @PostMapping("/{id}/names")
    @PageAccess(Role.Manager)
    String names(@PathVariable long id, Form form, RedirectAttributes redirect) {
        boolean wanted = form.has("normalCase", true);
        return done(
                id,
                redirect,
                () -> imports.check(
                        tenant(), id, (list, noted) -> list.choices().withNormalCase(wanted), new FieldErrors()));
    }

    @PostMapping("/{id}/run")
    @PageAccess(Role.Manager)
    String run(@PathVariable long id, RedirectAttributes redirect) {
        return done(id, redirect, () -> imports.run(tenant(), id));
    }

    @PostMapping("/{id}/cancel")
    @PageAccess(Role.Manager)
    String cancel(@PathVariable long id, RedirectAttributes redirect) {
        return done(id, redirect, () -> imports.cancel(tenant(), id));
    }

    @PostMapping("/{id}/undo")
    @PageAccess(Role.Manager)
    String undo(@PathVariable long id, RedirectAttributes redirect) {
        return done(id, redirect, () -> imports.undo(tenant(), id));
    }

    @PostMapping("/{id}/discard")
    @PageAccess(Role.Manager)
    String discard(@PathVariable long id, RedirectAttributes redirect) {
        imports.discard(tenant(), id);
        redirect.addFlashAttribute("toast", "The list is discarded; nothing was made of it.");
        return "redirect:/settings/imports";
    }

    /** Somebody else may have been faster: then the page shows what is, and a sentence says so. */
    private static String done(long id, RedirectAttributes redirect, Runnable work) {
        try {
            work.run();
        } catch (NotFound | Busy e) {
            throw e;
        } catch (Refusal e) {
            redirect.addFlashAttribute(
                    "toastProblem",
                    e.code() == RefusalCode.IMPORT_STATE
                            ? "Somebody was faster, or it ended in this moment: here is how it is now."
                            : Forms.sentence(e));
        }
        return to(id);
    }

    @GetMapping("/{id}/left-out.csv")
    @Streamed
    @PageAccess(Role.Manager)
    void leftOut(@PathVariable long id, HttpServletResponse response) throws IOException {
        leftOut.write(tenant(), id, RowsLeftOut.Which.ALL, response);
    }

    private static String to(long id) {
        return "redirect:/settings/imports/" + id;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
