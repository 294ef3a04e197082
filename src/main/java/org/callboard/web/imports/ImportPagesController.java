package org.callboard.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.http.UploadFolder;
import org.callboard.imports.FailedRows;
import org.callboard.imports.Import;
import org.callboard.imports.ImportKind;
import org.callboard.imports.ImportState;
import org.callboard.imports.Imports;
import org.callboard.imports.StartImport;
import org.callboard.imports.UploadedFile;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Busy;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.server.Streamed;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of imports. One address shows a list in whichever state it is; the buttons move it on. */
@Controller
@RequestMapping("/settings/imports")
class ImportPagesController {

    private static final int PAGE = 50;

    private final Imports imports;
    private final StartImport start;
    private final FailedRows failed;
    private final ImportModel model;
    private final UploadFolder uploads;

    ImportPagesController(
            Imports imports, StartImport start, FailedRows failed, ImportModel model, UploadFolder uploads) {
        this.imports = imports;
        this.start = start;
        this.failed = failed;
        this.model = model;
        this.uploads = uploads;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String list(@RequestParam(defaultValue = "1") int page, Model view) {
        view.addAttribute("page", imports.page(tenant(), new Paging(Math.max(1, page), PAGE, false)));
        return "imports/list";
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    String blank(@RequestParam(defaultValue = "Leads") String kind, Model view) {
        model.fillUpload(view, kind);
        return "imports/new";
    }

    @PostMapping
    @PageAccess(Role.Manager)
    String upload(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model view,
            HttpServletResponse response) {
        Import[] made = new Import[1];
        if (Forms.saved(view, response, Set.of("kind", "file"), () -> made[0] = take(kind, file))) {
            return to(made[0].id());
        }
        model.fillUpload(view, kind(kind));
        return "imports/new";
    }

    private Import take(@Nullable String kind, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new Invalid("file", "Choose a file that holds something.");
        }
        StartImport.Wishes wishes =
                new StartImport.Wishes(ImportKind.valueOf(kind(kind)), Map.of(), null, null, null, null, null, null);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (InputStream in = file.getInputStream()) {
            return UploadedFile.with(
                    uploads,
                    name,
                    in,
                    upload -> start.start(tenant(), upload, wishes, new FieldErrors())
                            .list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(@Nullable String kind) {
        return ImportKind.Customers.name().equals(kind) ? ImportKind.Customers.name() : ImportKind.Leads.name();
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Model view) {
        Import list = imports.get(tenant(), id);
        view.addAttribute("list", list);
        if (list.state() == ImportState.Draft) {
            return columns(list, ColumnsForm.of(list, model.dates(tenant())), view);
        } else if (list.state().works()) {
            return "imports/work";
        }
        model.fillRows(view, tenant(), list, show, page);
        return "imports/rows";
    }

    /** The part of the page that is fetched again and again while the list works; at the end it asks for the whole page. */
    @GetMapping("/{id}/progress")
    @PageAccess(Role.Manager)
    String progress(@PathVariable long id, Model view, HttpServletResponse response) {
        Import list = imports.get(tenant(), id);
        if (!list.state().works()) {
            response.setHeader("HX-Refresh", "true");
        }
        view.addAttribute("list", list);
        return "imports/work :: progress";
    }

    @GetMapping("/{id}/columns")
    @PageAccess(Role.Manager)
    String columns(@PathVariable long id, Model view) {
        Import list = imports.get(tenant(), id);
        if (list.state() != ImportState.Checked) {
            return to(id);
        }
        return columns(list, ColumnsForm.of(list, model.dates(tenant())), view);
    }

    @PostMapping("/{id}/check")
    @PageAccess(Role.Manager)
    String check(@PathVariable long id, ColumnsForm form, Model view, HttpServletResponse response) {
        Import list = imports.get(tenant(), id);
        boolean begun = Forms.saved(view, response, ColumnsForm.FIELDS, () -> {
            FieldErrors errors = new FieldErrors();
            Import.Choices choices = form.read(list, model.dates(tenant()), errors);
            errors.throwIfAny();
            imports.check(tenant(), id, (locked, noted) -> choices, errors);
        });
        if (begun) {
            return to(id);
        }
        return columns(list, form, view);
    }

    private String columns(Import list, ColumnsForm form, Model view) {
        model.fillColumns(view, tenant(), list, form);
        return "imports/columns";
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

    @GetMapping("/{id}/wrong-rows.csv")
    @Streamed
    @PageAccess(Role.Manager)
    void wrongRows(@PathVariable long id, HttpServletResponse response) throws IOException {
        failed.write(tenant(), id, response);
    }

    private static String to(long id) {
        return "redirect:/settings/imports/" + id;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
