package org.callboard.mergedids;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.database.Caller;
import org.callboard.details.RecordKind;
import org.callboard.http.OwnHeaders;
import org.callboard.http.ReadingMethods;
import org.callboard.http.RequestPath;
import org.callboard.mergedids.MergedIdArguments.Place;
import org.callboard.server.HandlerCalls;
import org.callboard.validation.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Lets a request of the API that names a merged record lead to who lives on. A GET is answered as it is stored, with
 * {@code Callboard-Merged-Into}. Under {@code Prefer: merged=follow} (RFC 7240) the arguments of a method that are a
 * {@link MergedId} are replaced before it is called; what it writes then names a record that lives on, and without that
 * preference is refused where it is written.
 */
@Component
class FollowMergedIds implements HandlerCalls {

    private static final String PREFERENCE = "merged";
    private static final String FOLLOW = "follow";

    /** How many are named: a header is no place for thousands. */
    private static final int MAX = 50;

    private final MergedIds merged;

    FollowMergedIds(MergedIds merged) {
        this.merged = merged;
    }

    @Override
    public ServletInvocableHandlerMethod of(HandlerMethod method) {
        MergedIdArguments arguments = MergedIdArguments.of(method.getMethod());
        return arguments.isEmpty() ? new ServletInvocableHandlerMethod(method) : new Following(method, arguments);
    }

    private final class Following extends ServletInvocableHandlerMethod {

        private final MergedIdArguments arguments;

        Following(HandlerMethod method, MergedIdArguments arguments) {
            super(method);
            this.arguments = arguments;
        }

        @Override
        protected @Nullable Object[] getMethodArgumentValues(
                NativeWebRequest request, @Nullable ModelAndViewContainer container, @Nullable Object... provided)
                throws Exception {
            @Nullable Object[] values = super.getMethodArgumentValues(request, container, provided);
            HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            boolean reads = ReadingMethods.contain(http.getMethod());
            boolean follows = Preferences.is(http, PREFERENCE, FOLLOW);
            if ((reads || follows) && !arguments.isOneRecord()) {
                lead(values, follows, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
            }
            return values;
        }

        private void lead(@Nullable Object[] values, boolean follows, HttpServletResponse response) {
            Map<RecordKind, Map<Long, Long>> survivors = survivors(values);
            Set<String> said = new LinkedHashSet<>();
            boolean followed = false;
            for (Place place : arguments.places()) {
                Map<Long, Long> ofPlace = new HashMap<>();
                place.kinds()
                        .forEach(kind -> survivors.getOrDefault(kind, Map.of()).forEach(ofPlace::putIfAbsent));
                List<Long> gone =
                        place.ids(values).stream().filter(ofPlace::containsKey).toList();
                gone.forEach(id -> said.add(place.isInPath() ? "" + ofPlace.get(id) : id + "=" + ofPlace.get(id)));
                if (follows && !gone.isEmpty() && place.kinds().size() == 1) {
                    place.follow(values, ofPlace);
                    followed = true;
                }
            }
            if (!said.isEmpty()) {
                response.setHeader(
                        OwnHeaders.MERGED_INTO, said.stream().limit(MAX).collect(Collectors.joining(", ")));
            }
            if (followed) {
                response.setHeader(Preferences.APPLIED, PREFERENCE + "=" + FOLLOW);
            }
        }

        private Map<RecordKind, Map<Long, Long>> survivors(@Nullable Object[] values) {
            Map<RecordKind, Set<Long>> named = new EnumMap<>(RecordKind.class);
            for (Place place : arguments.places()) {
                place.kinds()
                        .forEach(kind -> named.computeIfAbsent(kind, any -> new HashSet<>())
                                .addAll(place.ids(values)));
            }
            Map<RecordKind, Map<Long, Long>> survivors = new EnumMap<>(RecordKind.class);
            long tenant = Caller.current().tenantId();
            named.forEach((kind, ids) -> survivors.put(kind, merged.survivors(kind, tenant, ids)));
            return survivors;
        }

        /** A record says itself who lives on: it costs no look. */
        @Override
        public @Nullable Object invokeForRequest(
                NativeWebRequest request, @Nullable ModelAndViewContainer container, @Nullable Object... provided)
                throws Exception {
            Object answer = super.invokeForRequest(request, container, provided);
            if (answer instanceof ResponseEntity<?> entity) {
                arguments
                        .survivor(entity.getBody())
                        .ifPresent(survivor -> name(
                                survivor,
                                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class))));
            }
            return answer;
        }
    }

    /** The link is a path: whoever asked knows under which name. */
    private static void name(long survivor, HttpServletRequest request, HttpServletResponse response) {
        String path = RequestPath.decoded(request);
        response.setHeader(OwnHeaders.MERGED_INTO, Long.toString(survivor));
        response.setHeader(
                HttpHeaders.LINK,
                "<" + path.substring(0, path.lastIndexOf('/') + 1) + survivor + ">; rel=\"canonical\"");
    }
}
