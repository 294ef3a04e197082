package org.callboard.pictures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.database.Caller;
import org.callboard.http.OwnUrl;
import org.callboard.http.UploadFolder;
import org.callboard.providers.BookingProviderTags;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads for {@code uploadedImages} of bookings, and reading them. Below {@code /booking-provider/…} for the bookings of
 * one provider, which is all that a connection bound to it reaches; without, for those of any provider.
 */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}")
@Tag(name = "Pictures")
class PicturesController {

    /** The url goes into {@code uploadedImages}, and is where programs read the picture. */
    @Schema(name = "PictureResponse")
    record PictureResponse(UUID id, @OwnUrl String url) {}

    /** Which size is wanted; the large one where nothing is said. */
    record SizeQuery(
            @Schema(description = "large (2048 points at most) or thumbnail (320).", defaultValue = "large") @Nullable
            PictureSize size) {

        PictureSize orLarge() {
            return Objects.requireNonNullElse(size, PictureSize.large);
        }
    }

    /** How the document describes an upload. Generators take the first kind alone, and can write a form with a file. */
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "multipart/form-data",
                        schemaProperties =
                                @SchemaProperty(
                                        name = Pictures.FIELD,
                                        schema = @Schema(type = "string", format = "binary"))),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Upload {}

    /** How the document describes a picture. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            })
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface AnswersWithPicture {}

    private static final String ABOUT = "JPEG, PNG or WebP of at most 10 MB and 50 million points. Put the url into"
            + " uploadedImages of a booking within a day; a picture that no booking takes is removed then.";

    private final Pictures pictures;
    private final BookingProviderTags providers;
    private final UploadFolder uploads;

    PicturesController(Pictures pictures, BookingProviderTags providers, UploadFolder uploads) {
        this.pictures = pictures;
        this.providers = providers;
        this.uploads = uploads;
    }

    @PostMapping("/pictures")
    @ApiAccess(Scope.BOOKINGS_WRITE)
    @Operation(operationId = "Pictures_Create", summary = "Upload a picture", description = ABOUT)
    @Upload
    PictureResponse create(@PathVariable long tenant, HttpServletRequest request) throws IOException {
        return add(tenant, null, request);
    }

    @PostMapping("/booking-provider/{booking_provider}/pictures")
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(
            operationId = "Pictures_CreateForProvider",
            summary = "Upload a picture for a provider",
            description = ABOUT)
    @Upload
    PictureResponse createForProvider(
            @PathVariable long tenant, @PathVariable("booking_provider") long provider, HttpServletRequest request)
            throws IOException {
        requireProvider(tenant, provider);
        return add(tenant, provider, request);
    }

    @GetMapping("/pictures/{id}")
    @ApiAccess(Scope.BOOKINGS_READ)
    @Operation(operationId = "Pictures_Get", summary = "Get a picture")
    @AnswersWithPicture
    ResponseEntity<byte[]> get(@PathVariable long tenant, @PathVariable UUID id, @ParameterObject SizeQuery query) {
        return answer(id, pictures.read(tenant, id, query.orLarge()));
    }

    @GetMapping("/booking-provider/{booking_provider}/pictures/{id}")
    @ApiAccess(value = Scope.BOOKINGS_READ, provider = true)
    @Operation(operationId = "Pictures_GetForProvider", summary = "Get a picture of a provider")
    @AnswersWithPicture
    ResponseEntity<byte[]> getForProvider(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable UUID id,
            @ParameterObject SizeQuery query) {
        return answer(id, pictures.read(tenant, provider, id, query.orLarge()));
    }

    private PictureResponse add(long tenant, @Nullable Long provider, HttpServletRequest request) throws IOException {
        Caller caller = Caller.current();
        UUID id = PictureUpload.with(
                request,
                uploads,
                picture -> pictures.add(tenant, provider, caller.kind() + ":" + caller.id(), picture));
        return new PictureResponse(id, PictureUrl.path(tenant, provider, id));
    }

    private void requireProvider(long tenant, long provider) {
        if (providers.find(tenant, provider).isEmpty()) {
            throw new NotFound("Booking provider", provider);
        }
    }

    private static ResponseEntity<byte[]> answer(UUID id, Optional<Pictures.Content> content) {
        return PictureDownload.of(content.orElseThrow(() -> new NotFound("Picture", id)));
    }
}
