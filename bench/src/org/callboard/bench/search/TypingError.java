package org.callboard.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What fingers do to a name. */
enum TypingError {
    DELETION {
        @Override
        String in(String word, int at, Random random) {
            return word.substring(0, at) + word.substring(at + 1);
        }
    },
    SWAP {
        @Override
        String in(String word, int at, Random random) {
            int first = Math.min(at, word.length() - 2);
            return word.substring(0, first) + word.charAt(first + 1) + word.charAt(first) + word.substring(first + 2);
        }
    },
    REPLACEMENT {
        @Override
        String in(String word, int at, Random random) {
            return word.substring(0, at) + letter(random) + word.substring(at + 1);
        }
    },
    INSERTION {
        @Override
        String in(String word, int at, Random random) {
            return word.substring(0, at) + letter(random) + word.substring(at);
        }
    };

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    abstract String in(String word, int at, Random random);

    /** The name with this error in one of its words of four letters and more, in lower case; null where it has none. */
    @Nullable
    String in(String name, Random random) {
        String typed = name.toLowerCase(java.util.Locale.ROOT);
        List<MatchResult> words = new ArrayList<>(WORD.matcher(typed).results().toList());
        if (words.isEmpty()) {
            return null;
        }
        while (true) {
            MatchResult word = words.get(random.nextInt(words.size()));
            String wrong = in(word.group(), random.nextInt(word.group().length()), random);
            if (!wrong.equals(word.group())) { // two letters that are the same can't be swapped
                return typed.substring(0, word.start()) + wrong + typed.substring(word.end());
            }
        }
    }

    private static char letter(Random random) {
        return (char) ('a' + random.nextInt(26));
    }
}
