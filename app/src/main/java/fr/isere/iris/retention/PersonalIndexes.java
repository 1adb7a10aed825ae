package fr.isere.iris.retention;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which things a person has: ids, each with its end. An index holds no content and is not sealed: its name has a pseudonym, its members
 * are random. It ends with the last of its members. What stands in memory is in an index in memory.
 */
@Component
public class PersonalIndexes {

    private final Shelves shelves;

    PersonalIndexes(Shelves shelves) {
        this.shelves = shelves;
    }

    /** Adds an id to an index, or moves its end. */
    public void add(Key index, String id, Instant end) {
        shelves.ofId(id).addMember(index.name(), id, end);
    }

    /** The ids whose end has not come. */
    public List<String> ids(Key index) {
        return Stream.concat(shelves.redis().members(index.name()).stream(), inMemory(index).stream())
                .toList();
    }

    /** Those of them that stand in the memory of this instance. */
    public List<String> inMemory(Key index) {
        return shelves.memory().members(index.name());
    }

    /** Removes an id from an index. */
    public void remove(Key index, String id) {
        shelves.ofId(id).removeMember(index.name(), id);
    }
}
