package org.callboard.web.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.requests.Inquiry;
import org.callboard.validation.NullOrNotBlank;
import org.callboard.validation.Patch;
import org.callboard.validation.RequiredField;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in the schemas what our records say in Java: a component marked {@code @Nullable} may be null, unless a constraint
 * on it wants a value; so may a {@link Patch}, which is on the wire what is in it, and must be there where it is {@link RequiredField}; every other one is required. The
 * components of an unwrapped record stand among those of the record around it.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    /** On the wire they are what is in them. */
    private static final Set<Class<?>> WRAPPERS = Set.of(Patch.class, Inquiry.class, Submission.class);

    /** Something that is no white space, for generators that match the whole text too. */
    private static final String VISIBLE = "[\\s\\S]*\\S[\\s\\S]*";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && WRAPPERS.contains(java.getRawClass())) {
            return context.resolve(new AnnotatedType(java.containedType(0)));
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> definition = definition(schema, context);
            if (definition != null && definition.getProperties() != null) {
                describe(definition, java.getRawClass());
            }
        }
        return schema;
    }

    private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null ? schema : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static void describe(Schema<?> schema, Class<?> type) {
        @SuppressWarnings("rawtypes")
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        Set<String> required = new TreeSet<>();
        describe(properties, required, type);
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static void describe(
            @SuppressWarnings("rawtypes") Map<String, Schema> properties, Set<String> required, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (Components.has(component, JsonUnwrapped.class)) {
                describe(properties, required, component.getType());
                continue;
            }
            JsonProperty called = Components.annotation(component, JsonProperty.class);
            String name = called == null ? component.getName() : called.value();
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            boolean optional = Components.nullable(component) || component.getType() == Patch.class;
            if (Components.has(component, NullOrNotBlank.class)) {
                property.setPattern(VISIBLE);
            }
            boolean given = Components.has(component, RequiredField.class);
            boolean wanted = wanted(component);
            if (!optional || given || wanted) {
                required.add(name);
            }
            if (given || optional && !wanted) {
                properties.put(name, orNull(property));
            }
        }
    }

    private static boolean wanted(RecordComponent component) {
        return Components.has(component, NotNull.class)
                || Components.has(component, NotBlank.class)
                || Components.has(component, NotEmpty.class);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> nothing = new JsonSchema();
            nothing.addType(NULL);
            Schema<?> either = new JsonSchema();
            either.addAnyOfItem(new JsonSchema().$ref(property.get$ref()));
            either.addAnyOfItem(nothing);
            return either;
        }
        if (property.getTypes() != null) {
            property.addType(NULL);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            addNull(property);
        }
        return property;
    }

    private static <T> void addNull(Schema<T> property) {
        List<@Nullable T> values = new ArrayList<>(property.getEnum());
        values.add(null);
        property.setEnum(values);
    }
}
