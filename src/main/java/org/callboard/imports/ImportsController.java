package org.callboard.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.ApiErrors;
import org.callboard.http.BodyType;
import org.callboard.http.EntityTag;
import org.callboard.http.SingletonHeader;
import org.callboard.http.UploadFolder;
import org.callboard.imports.ImportJson.ImportResponse;
import org.callboard.imports.ImportJson.RowResponse;
import org.callboard.imports.ImportRequests.CheckRequest;
import org.callboard.imports.ImportRequests.RowPatch;
import org.callboard.imports.ImportRequests.RowsQuery;
import org.callboard.imports.ImportRequests.UploadQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.server.Streamed;
import org.callboard.sheets.UploadedFile;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports, as programs start them and look after them. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/imports")
@Tag(name = "Imports")
class ImportsController {

    private static final String FILE = "file";
    private static final int MAX_KEY = 255;

    /** How the document describes an upload. */
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "multipart/form-data",
                        schemaProperties =
                                @SchemaProperty(name = FILE, schema = @Schema(type = "string", format = "binary"))),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = BodyType.WORKBOOK, schema = @Schema(type = "string", format = "binary"))
            })
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Upload {}

    private final StartImport start;
    private final Imports imports;
    private final MendRow mend;
    private final RowsLeftOut leftOut;
    private final UploadFolder uploads;

    ImportsController(StartImport start, Imports imports, MendRow mend, RowsLeftOut leftOut, UploadFolder uploads) {
        this.mend = mend;
        this.start = start;
        this.imports = imports;
        this.leftOut = leftOut;
        this.uploads = uploads;
    }

    @GetMapping
    @ApiAccess(Scope.IMPORTS)
    @Operation(operationId = "Imports_GetList", summary = "List imports, the newest first")
    Page<ImportResponse> list(@PathVariable long tenant, @ParameterObject PageQuery page) {
        return imports.page(tenant, page.paging()).map(ImportResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.IMPORTS)
    @Operation(
            operationId = "Imports_Create",
            summary = "Import a list of leads, customers or locations",
            description =
                    "A file of at most 50 MB and 200,000 rows, with a line of names above its columns:"
                            + " an Excel workbook (.xlsx), or text in UTF-8, UTF-16 or Windows-1252, separated by commas,"
                            + " semicolons or tabs. The answer comes when the file is stored; the work goes on in the background, and Location is where to look for its state.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(
            responseCode = "202",
            description = "It was taken in.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where its state is.",
                            schema = @Schema(type = "string", format = "uri")),
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422")
    @Upload
    ImportResponse create(
            @PathVariable long tenant,
            @ParameterObject UploadQuery query,
            FieldErrors noted,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (noted.has("kind")) {
            noted.throwIfAny(); // what else is wrong depends on it
        }
        StartImport.Wishes wishes = query.wishes(key(request));
        StartImport.Started started;
        if (request instanceof MultipartHttpServletRequest form) {
            MultipartFile file = file(form);
            String name = query.fileName() == null ? file.getOriginalFilename() : query.fileName();
            try (InputStream in = file.getInputStream()) {
                started = UploadedFile.with(uploads, name, in, upload -> start.start(tenant, upload, wishes, noted));
            }
        } else {
            requireText(request);
            started = UploadedFile.with(
                    uploads,
                    query.fileName(),
                    request.getInputStream(),
                    upload -> start.start(tenant, upload, wishes, noted));
        }
        response.setHeader(
                HttpHeaders.LOCATION,
                "/callboard/v1/tenant/" + tenant + "/imports/" + started.list().id());
        if (started.replayed()) {
            response.setHeader("Idempotent-Replay", "true");
        }
        return ImportResponse.from(started.list());
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = SingletonHeader.of(request, "Idempotency-Key");
        if (key != null && (!VisibleText.in(key) || VisibleText.strip(key).length() > MAX_KEY)) {
            throw new Invalid("Idempotency-Key", "1 to " + MAX_KEY + " characters are expected.");
        }
        return key == null ? null : VisibleText.strip(key);
    }

    private static MultipartFile file(MultipartHttpServletRequest form) {
        List<MultipartFile> files =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        if (files.size() != 1) {
            throw new Invalid(
                    FILE, "One file is expected, and there are " + (files.isEmpty() ? "none" : files.size()) + ".");
        }
        return files.getFirst();
    }

    private static void requireText(HttpServletRequest request) {
        String type = VisibleText.strip(Objects.requireNonNullElse(request.getContentType(), ""))
                .toLowerCase(Locale.ROOT);
        if (!type.matches(
                "(text/(csv|tab-separated-values)|application/octet-stream|\\Q" + BodyType.WORKBOOK + "\\E)( *;.*)?")) {
            throw ApiErrors.wrongType(request);
        }
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.IMPORTS)
    @Operation(operationId = "Imports_Get", summary = "Get an import with its state and counts")
    ResponseEntity<ImportResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return EntityTag.show(shown(tenant, id));
    }

    private ImportResponse shown(long tenant, long id) {
        return ImportResponse.from(imports.get(tenant, id));
    }

    @GetMapping("/{id}/rows")
    @ApiAccess(Scope.IMPORTS)
    @Operation(operationId = "Imports_GetRows", summary = "List the rows of an import, and what became of each")
    Page<RowResponse> rows(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject RowsQuery query) {
        Import list = imports.get(tenant, id);
        return imports.rows(tenant, list, query.filter(), page.paging()).map(row -> RowResponse.from(list, row));
    }

    @GetMapping("/{id}/failed.csv")
    @Streamed
    @ApiAccess(Scope.IMPORTS)
    @Operation(
            operationId = "Imports_GetFailed",
            summary = "Get the wrong rows as a file, with the reason in its last column")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void failed(@PathVariable long tenant, @PathVariable long id, HttpServletResponse response) throws IOException {
        leftOut.write(tenant, id, RowsLeftOut.Which.WRONG, response);
    }

    @GetMapping("/{id}/left-out.csv")
    @Streamed
    @ApiAccess(Scope.IMPORTS)
    @Operation(
            operationId = "Imports_GetLeftOut",
            summary = "Get all rows of which nothing became as a file, with the reason in its last column")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void leftOut(@PathVariable long tenant, @PathVariable long id, HttpServletResponse response) throws IOException {
        leftOut.write(tenant, id, RowsLeftOut.Which.ALL, response);
    }

    @PatchMapping("/{id}/rows/{row}")
    @ApiAccess(Scope.IMPORTS)
    @Operation(
            operationId = "Imports_UpdateRow",
            summary = "Mend a row of an import that was checked, or decide what becomes of it",
            description = "The row is looked at again at once; rows that were the same as it, when the list runs.")
    RowResponse mend(
            @PathVariable long tenant,
            @PathVariable long id,
            @PathVariable long row,
            @org.springframework.web.bind.annotation.RequestBody Submission<RowPatch> sent) {
        Import list = imports.get(tenant, id);
        return RowResponse.from(list, mend.mend(tenant, id, row, sent.request()::applyTo, sent.noted()));
    }

    @PostMapping("/{id}/check")
    @ApiAccess(Scope.IMPORTS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "Imports_Check",
            summary = "Find out again what each row would become, where asked for with other choices")
    ImportResponse check(
            @PathVariable long tenant,
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody Submission<CheckRequest> sent) {
        CheckRequest said = sent.request();
        imports.check(
                tenant,
                id,
                (list, noted) -> said.applyTo(
                        said.headerRow() == null ? list : imports.nameColumns(tenant, id, said.headerRow()),
                        imports.customColumns(tenant, list.kind()),
                        noted),
                sent.noted());
        return shown(tenant, id);
    }

    @PostMapping("/{id}/run")
    @ApiAccess(Scope.IMPORTS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "Imports_Run", summary = "Make the records of an import that was only checked")
    ImportResponse run(@PathVariable long tenant, @PathVariable long id) {
        imports.run(tenant, id);
        return shown(tenant, id);
    }

    @PostMapping("/{id}/cancel")
    @ApiAccess(Scope.IMPORTS)
    @Operation(operationId = "Imports_Cancel", summary = "Stop an import; what it made until then stays")
    ImportResponse cancel(@PathVariable long tenant, @PathVariable long id) {
        imports.cancel(tenant, id);
        return shown(tenant, id);
    }

    @PostMapping("/{id}/undo")
    @ApiAccess(Scope.IMPORTS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "Imports_Undo",
            summary = "Take back what an import made",
            description = "Leads are taken back, customers and locations deactivated, and changes taken back,"
                    + " unless somebody has worked with them since;"
                    + " those have the result Kept, and say why.")
    ImportResponse undo(@PathVariable long tenant, @PathVariable long id) {
        imports.undo(tenant, id);
        return shown(tenant, id);
    }

    @DeleteMapping("/{id}")
    @ApiAccess(Scope.IMPORTS)
    @Operation(operationId = "Imports_Delete", summary = "Remove an import that has not run")
    void delete(@PathVariable long tenant, @PathVariable long id) {
        imports.discard(tenant, id);
    }
}
