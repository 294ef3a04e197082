package org.callboard.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callboard.Application;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** What the constraints on the records of requests say, asked of every record there is. */
class ConstraintsTest {

    private final Validator validator = Server.bean(Validator.class);

    private static List<Class<?>> records() throws Exception {
        Path classes = Path.of(Application.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("org/callboard"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                    .<Class<?>>map(name -> load(name.replace(".class", "").replace('/', '.')))
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ConstraintsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ConstraintDescriptor<?>> constraints(PropertyDescriptor property) {
        return Stream.concat(
                property.getConstraintDescriptors().stream(), inside(property.getConstrainedContainerElementTypes()));
    }

    private static Stream<ConstraintDescriptor<?>> inside(Set<ContainerElementTypeDescriptor> elements) {
        return elements.stream()
                .flatMap(element -> Stream.concat(
                        element.getConstraintDescriptors().stream(),
                        inside(element.getConstrainedContainerElementTypes())));
    }

    /** The validator's default messages are in its own words, and in the language of whoever asks. */
    @Test
    void everySentenceIsOurOwn() throws Exception {
        ResourceBundle ours = ResourceBundle.getBundle("ValidationMessages");
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Class<?> type : records()) {
            BeanDescriptor bean = validator.getConstraintsForClass(type);
            for (PropertyDescriptor property : bean.getConstrainedProperties()) {
                constraints(property)
                        .forEach(constraint -> seen.computeIfAbsent(
                                        constraint.getMessageTemplate(), template -> new TreeSet<>())
                                .add(type.getSimpleName() + "." + property.getPropertyName()));
            }
        }
        assertThat(seen).hasSizeGreaterThan(6);
        seen.forEach((template, places) -> {
            if (template.startsWith("{")) {
                assertThat(ours.containsKey(template.substring(1, template.length() - 1)))
                        .as(template + " at " + places)
                        .isTrue();
            }
        });
    }
}
