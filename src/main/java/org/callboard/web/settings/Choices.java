package org.callboard.web.settings;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.settings.Setting;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/** Settings, as lists and forms of others name them. */
final class Choices {

    private Choices() {}

    /** The active ones, and the one that a record has. */
    static List<Option> active(List<? extends Setting<?>> all, @Nullable Long present) {
        return all.stream()
                .filter(one -> one.active() || Objects.equals(one.id(), present))
                .map(one -> Option.of(one.id(), one.name()))
                .toList();
    }

    static String name(List<? extends Setting<?>> all, @Nullable Long id) {
        return id == null ? SettingsKind.NONE : names(all, List.of(id));
    }

    static String names(List<? extends Setting<?>> all, Collection<Long> ids) {
        return all.stream()
                .filter(one -> ids.contains(one.id()))
                .map(Setting::name)
                .collect(Collectors.joining(", "));
    }
}
