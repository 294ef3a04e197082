package org.callboard.web.docs;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.callboard.database.QueryComponents;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.Ids;
import org.callboard.paging.Sort;
import org.jspecify.annotations.Nullable;

/** The query parameters that a record of ours stands for: one for each component, with the type it has in a URL. */
final class QueryParameters {

    private QueryParameters() {}

    static List<Parameter> of(Class<?> record) {
        return QueryComponents.of(record).stream()
                .map(QueryParameters::parameter)
                .toList();
    }

    private static Parameter parameter(RecordComponent component) {
        io.swagger.v3.oas.models.media.Schema<?> schema = schema(component.getGenericType());
        Schema said = Components.annotation(component, Schema.class);
        Min min = Components.annotation(component, Min.class);
        Max max = Components.annotation(component, Max.class);
        if (min != null) {
            schema.setMinimum(BigDecimal.valueOf(min.value()));
        }
        if (max != null) {
            schema.setMaximum(BigDecimal.valueOf(max.value()));
        }
        if (said != null && !said.defaultValue().isEmpty()) {
            schema.setDefault(
                    component.getType() == Integer.class ? Integer.valueOf(said.defaultValue()) : said.defaultValue());
        }
        Parameter parameter = new QueryParameter()
                .name(QueryComponents.name(component))
                .required(Components.has(component, NotNull.class) || Components.has(component, NotBlank.class))
                .schema(schema);
        Schema ofType = component.getType().getAnnotation(Schema.class);
        describe(parameter, ofType);
        describe(parameter, said);
        return parameter;
    }

    private static void describe(Parameter parameter, @Nullable Schema said) {
        if (said != null && !said.description().isEmpty()) {
            parameter.setDescription(said.description());
        }
        if (said != null && !said.example().isEmpty()) {
            parameter.setExample(said.example());
        }
    }

    private static io.swagger.v3.oas.models.media.Schema<?> schema(Type generic) {
        if (generic instanceof ParameterizedType list) {
            io.swagger.v3.oas.models.media.Schema<?> schema = simple("array", null);
            schema.setItems(schema(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> type = (Class<?>) generic;
        if (type.isEnum()) {
            io.swagger.v3.oas.models.media.Schema<Object> schema = new JsonSchema();
            schema.addType("string");
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(schema::addEnumItemObject);
            return schema;
        } else if (type == Long.class) {
            return simple("integer", "int64");
        } else if (type == Integer.class) {
            return simple("integer", "int32");
        } else if (type == Boolean.class) {
            return simple("boolean", null);
        } else if (type == Double.class) {
            return simple("number", "double");
        } else if (type == BigDecimal.class) {
            return simple("number", null);
        } else if (type == Instant.class) {
            return simple("string", "date-time");
        } else if (type == UUID.class) {
            return simple("string", "uuid");
        } else if (type == String.class || type == Ids.class || type == CommaSeparated.class || type == Sort.class) {
            return simple("string", null);
        }
        throw new IllegalStateException("no schema for a query parameter of " + type);
    }

    private static io.swagger.v3.oas.models.media.Schema<?> simple(String type, @Nullable String format) {
        io.swagger.v3.oas.models.media.Schema<?> schema = new JsonSchema();
        schema.addType(type);
        schema.setFormat(format);
        return schema;
    }
}
