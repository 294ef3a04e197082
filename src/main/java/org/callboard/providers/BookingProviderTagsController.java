package org.callboard.providers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.Precondition;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.validation.NullOrNotBlank;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/booking-provider-tags")
@Tag(name = "BookingProviderTags")
class BookingProviderTagsController {

    record Filter(@Nullable String name) {}

    record CreateBookingProviderTagRequest(
            @NotBlank @Size(max = BookingProviderTags.MAX_NAME)
            String tagName,

            @NotBlank @Size(max = BookingProviderTags.MAX_DESCRIPTION)
            String description) {}

    record UpdateBookingProviderTagRequest(
            @NullOrNotBlank @Size(max = BookingProviderTags.MAX_NAME) @Nullable
            String tagName,

            @NullOrNotBlank @Size(max = BookingProviderTags.MAX_DESCRIPTION) @Nullable
            String description) {}

    /** The wire shape of a list and of one tag; what was just written answers without {@code active}. */
    record GetBookingProviderTagResponse(
            long id,
            String tagName,
            String description,
            @Schema(allowableValues = {"V1Api", "V2Api"}) String type,
            Instant createdOn,
            Instant modifiedOn,
            boolean active) {
        static GetBookingProviderTagResponse from(BookingProviderTag tag) {
            return new GetBookingProviderTagResponse(
                    tag.id(),
                    tag.tagName(),
                    tag.description(),
                    tag.type(),
                    tag.createdOn(),
                    tag.modifiedOn(),
                    tag.active());
        }
    }

    record BookingProviderTagResponse(
            long id,
            String tagName,
            String description,
            @Schema(allowableValues = {"V1Api", "V2Api"}) String type,
            Instant createdOn,
            Instant modifiedOn) {
        static BookingProviderTagResponse from(BookingProviderTag tag) {
            return new BookingProviderTagResponse(
                    tag.id(), tag.tagName(), tag.description(), tag.type(), tag.createdOn(), tag.modifiedOn());
        }
    }

    private final BookingProviderTags tags;

    BookingProviderTagsController(BookingProviderTags tags) {
        this.tags = tags;
    }

    @GetMapping
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "BookingProviderTags_GetList", summary = "List booking provider tags")
    Page<GetBookingProviderTagResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject Filter filter) {
        return tags.list(tenant, query, filter.name, page.paging()).map(GetBookingProviderTagResponse::from);
    }

    @PostMapping
    @ApiAccess(Scope.SETTINGS_WRITE)
    @Operation(operationId = "BookingProviderTags_Create", summary = "Create a booking provider tag")
    ResponseEntity<BookingProviderTagResponse> create(
            @PathVariable long tenant, @RequestBody CreateBookingProviderTagRequest request) {
        BookingProviderTag tag = tags.create(tenant, request.tagName, request.description);
        return tag.tag().on(BookingProviderTagResponse.from(tag));
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "BookingProviderTags_Get", summary = "Get a booking provider tag")
    ResponseEntity<GetBookingProviderTagResponse> get(@PathVariable long tenant, @PathVariable long id) {
        BookingProviderTag tag = tags.get(tenant, id);
        return tag.tag().on(GetBookingProviderTagResponse.from(tag));
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.SETTINGS_WRITE)
    @Operation(operationId = "BookingProviderTags_Update", summary = "Change a booking provider tag")
    ResponseEntity<BookingProviderTagResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody UpdateBookingProviderTagRequest request,
            Precondition precondition) {
        BookingProviderTag tag = tags.update(tenant, id, request.tagName, request.description, null, precondition);
        return tag.tag().on(BookingProviderTagResponse.from(tag));
    }
}
