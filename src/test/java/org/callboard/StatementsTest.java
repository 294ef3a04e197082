package org.callboard;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.testing.Golden;
import org.junit.jupiter.api.Test;

/** The statements whose columns are made from a record's components, as they reach the database. */
class StatementsTest {

    @Test
    void theStatementsAreThoseThatWereReviewed() {
        List<String> lines = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.callboard").stream()
                        .filter(type -> type.getSimpleName().endsWith("Store"))
                        .sorted(Comparator.comparing(JavaClass::getFullName))
                        .flatMap(StatementsTest::statements)
                        .toList();
        Golden.check("statements.txt", lines, StatementsTest.class);
    }

    private static Stream<String> statements(JavaClass store) {
        return store.getFields().stream()
                .filter(field -> field.getName().matches("(INSERT|UPDATE).*"))
                .sorted(Comparator.comparing(JavaField::getName))
                .flatMap(field -> Stream.of(
                                Stream.of(store.getSimpleName() + "." + field.getName()),
                                text(field).lines().map(line -> "    " + line),
                                Stream.of(""))
                        .flatMap(lines -> lines));
    }

    private static String text(JavaField field) {
        try {
            Field constant = field.reflect();
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
