package org.callboard.matches;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people are called for short, as far as that tells nobody else: a short list, since each of its lines takes two
 * people for one. The search looks for far more names, where a wrong one costs nothing.
 */
final class Nicknames {

    private static final String NAMES = """
            alexander alex
            alexandra alex sandra
            andrew andy drew
            anthony tony
            barbara barb
            benjamin ben
            catherine kathy cathy kate
            charles charlie chuck
            christina christine chris tina
            christopher chris
            daniel dan danny
            david dave
            deborah debra deb debbie
            donald don
            edward ed eddie ted
            elizabeth liz beth betty
            frederick fred
            gerald jerry gerry
            gregory greg
            jacob jake
            james jim jimmy
            jennifer jen jenny
            jeffrey jeff
            john jack johnny
            jonathan jon
            joseph joe joey
            joshua josh
            judith judy
            katherine kathryn kathy kate katie
            kenneth ken
            kimberly kim
            lawrence larry
            leonard leo len
            margaret peggy maggie meg
            matthew matt
            michael mike
            nathaniel nathan nate
            nicholas nick
            pamela pam
            patricia pat patty trish
            patrick pat
            peter pete
            philip phillip phil
            raymond ray
            rebecca becky
            richard rick dick rich
            robert bob rob bobby
            ronald ron
            samantha sam
            samuel sam
            stephen steven steve
            susan sue
            theodore ted theo
            theresa teresa terry
            thomas tom
            timothy tim
            victoria vicky
            vincent vince
            walter walt
            william bill will billy
            zachary zach
            """;

    private static final Map<String, Set<String>> BY_NAME = read();

    private Nicknames() {}

    /** Whether one is what the other is called, or both are what somebody of a third name is. */
    static boolean areOnes(String one, String other) {
        return BY_NAME.getOrDefault(one, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> all = new HashMap<>();
        NAMES.lines().forEach(line -> {
            List<String> names = List.of(line.split(" "));
            names.forEach(
                    name -> all.computeIfAbsent(name, key -> new HashSet<>()).addAll(names));
        });
        return all;
    }
}
