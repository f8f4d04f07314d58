//! The crate's one sort: each further type that is sorted adds some kilobytes to the page's module.

/// Indices in the order of their keys, which are compared first by their first number, then by their second;
/// equal ones in the order they came.
pub(crate) fn order(keys: impl Iterator<Item = (u64, u64)>) -> Vec<usize> {
    let mut numbered: Vec<_> = keys.enumerate().map(|(index, (first, second))| (first, second, index)).collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(_, _, index)| index).collect()
}

/// `items` in the order of their keys, as in [`order`].
pub(crate) fn arranged<T>(items: Vec<T>, key: impl Fn(&T) -> (usize, usize)) -> Vec<T> {
    let order = order(items.iter().map(|item| {
        let (first, second) = key(item);
        (first as u64, second as u64)
    }));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| items.get_mut(index)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_by_the_first_then_by_the_second_then_as_they_came() {
        let keys = [(2, 0), (1, 9), (1, 3), (2, 0), (0, 7)];
        assert_eq!(order(keys.into_iter()), [4, 2, 1, 0, 3]);
        assert!(order(std::iter::empty()).is_empty());
        assert_eq!(arranged(vec!["bb", "a", "ccc", "d"], |word| (word.len(), 0)), ["a", "d", "bb", "ccc"]);
    }
}
