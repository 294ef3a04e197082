package org.callboard.web.settings;

import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.springframework.stereotype.Component;

@Component
class TagTypeSettings extends NamedKind<TagType, TagType.Details> {

    TagTypeSettings(TagTypes tags) {
        super(
                tags,
                TagType.Details.class,
                new Words(
                        "tag-types",
                        "Tag types",
                        "tag type",
                        "Labels that people put on customers, locations and jobs."));
    }
}
