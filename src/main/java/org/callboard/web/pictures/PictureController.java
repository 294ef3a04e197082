package org.callboard.web.pictures;

import java.util.UUID;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.pictures.PictureDownload;
import org.callboard.pictures.PictureSize;
import org.callboard.pictures.Pictures;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PictureController {

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{id}")
    @PageAccess(Role.Viewer)
    ResponseEntity<byte[]> large(@PathVariable UUID id) {
        return answer(id, PictureSize.large);
    }

    @GetMapping("/pictures/{id}/thumbnail")
    @PageAccess(Role.Viewer)
    ResponseEntity<byte[]> thumbnail(@PathVariable UUID id) {
        return answer(id, PictureSize.thumbnail);
    }

    private ResponseEntity<byte[]> answer(UUID id, PictureSize size) {
        return pictures.read(CurrentUser.get().tenantId(), id, size)
                .map(PictureDownload::of)
                .orElseThrow(() -> new NotFound("Picture", id));
    }
}
