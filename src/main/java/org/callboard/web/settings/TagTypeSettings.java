package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
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

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable TagType present) {
        return Map.of("importances", Option.of(TagType.Importance.class));
    }
}
