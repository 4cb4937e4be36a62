def test_x(site):
    print(site.warnings, len(site.pages), site.broken()[:20])
    import collections
    print(list(site.files)[:5])
